package dev.lastack.checker.search;

import java.io.Serializable;

/** A step to a known state: the state that it leaves, its label, and what is observed of it. */
@SuppressWarnings("ArrayRecordComponent")
public record Predecessor(long[] source, int action, long observations) implements Serializable {}
