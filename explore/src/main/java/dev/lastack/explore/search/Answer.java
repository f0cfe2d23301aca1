package dev.lastack.explore.search;

import dev.lastack.explore.Choices;

/** What a search found. */
public sealed interface Answer {

    /** A shortest run of the kind that was asked for, from the initial state on. */
    record Found(Choices choices) implements Answer {}

    /** There is none; {@code why} is a sentence. */
    record None(String why) implements Answer {}

    /** The search ended early; {@code why} is a sentence. */
    record Undecided(String why) implements Answer {}
}
