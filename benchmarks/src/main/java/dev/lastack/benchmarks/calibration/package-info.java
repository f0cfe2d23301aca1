/** Scenarios whose verdicts are known from elsewhere, checked in full; the page of their results. */
@NullMarked
package dev.lastack.benchmarks.calibration;

import org.jspecify.annotations.NullMarked;
