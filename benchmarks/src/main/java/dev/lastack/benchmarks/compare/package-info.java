/**
 * Checkers side by side: each runs the twin as a whole process, in turns, and a page of medians and ratios is
 * written; figures whose state counts differ are never compared.
 */
@NullMarked
package dev.lastack.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
