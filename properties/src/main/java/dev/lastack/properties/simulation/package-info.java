/** Random runs of a scenario and what they show of its claims. They prove nothing. */
@NullMarked
package dev.lastack.properties.simulation;

import org.jspecify.annotations.NullMarked;
