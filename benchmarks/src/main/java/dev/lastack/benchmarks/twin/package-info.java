/**
 * The twin: one small model of TCP termination that TLC, SPIN and this engine explore alike, so that checkers can
 * be compared on identical work. It is not the product's model, which is richer.
 */
@NullMarked
package dev.lastack.benchmarks.twin;

import org.jspecify.annotations.NullMarked;
