/**
 * Holding an executable TCP stack against the formal model: every step of one must be a step of the other. A mismatch
 * is a value, never an exception.
 */
@NullMarked
package dev.lastack.conformance.lockstep;

import org.jspecify.annotations.NullMarked;
