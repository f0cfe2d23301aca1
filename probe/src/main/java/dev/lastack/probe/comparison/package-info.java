/** Measurements against the knobs of a variant. */
@NullMarked
package dev.lastack.probe.comparison;

import org.jspecify.annotations.NullMarked;
