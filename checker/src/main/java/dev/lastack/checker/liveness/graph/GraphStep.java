package dev.lastack.checker.liveness.graph;

/**
 * One edge of a state graph.
 *
 * @param ordinal its place among the edges of {@code source}: the step that the system generates there
 * @param idle it is not a step of the system: the run idles
 */
public record GraphStep(int source, int ordinal, int target, boolean idle) {}
