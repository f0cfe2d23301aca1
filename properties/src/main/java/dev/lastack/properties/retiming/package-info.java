/**
 * Runs found with rounded durations, taken again at the real ones. Rounding only adds behaviours, so a claim that holds
 * still holds; a run that breaks one counts only once it has been found possible in real time.
 */
@NullMarked
package dev.lastack.properties.retiming;

import org.jspecify.annotations.NullMarked;
