package dev.lastack.checker.lanes;

/**
 * A token that is taken up.
 *
 * @param token its name
 * @param age its age in ticks; 0 where ages are not read
 */
public record Prompt(long token, int age) {}
