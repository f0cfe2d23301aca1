package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.Move;
import dev.lastack.conformance.monitor.Occurrence;
import java.util.OptionalInt;

/**
 * A step that model and executables have taken alike.
 *
 * @param place of the segment that arrived, among all that its sender has sent; empty if none did or it was forged
 */
record Taken(Move move, OptionalInt place, Occurrence occurrence) {}
