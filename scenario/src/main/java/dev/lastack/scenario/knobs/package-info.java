/** The one knob table, the values of knobs, and time spans in ticks and real durations. */
@NullMarked
package dev.lastack.scenario.knobs;

import org.jspecify.annotations.NullMarked;
