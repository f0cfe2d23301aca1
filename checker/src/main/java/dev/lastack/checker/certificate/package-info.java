/**
 * Proofs that a step invariant of a {@link dev.lastack.checker.lanes.LaneSystem} holds, and a checker for them. The checker shares no
 * code with the search that finds them, but for the system's own steps.
 */
@NullMarked
package dev.lastack.checker.certificate;

import org.jspecify.annotations.NullMarked;
