package dev.lastack.counterexamples.diff;

/**
 * Where two runs part.
 *
 * @param step the first that differs, from 1; 0 stands for the initial state
 * @param what the place in the state after the step that differs; empty if the step itself does
 * @param left what it is in the left run
 * @param right what it is in the right run
 */
public record Parting(int step, String what, String left, String right) {}
