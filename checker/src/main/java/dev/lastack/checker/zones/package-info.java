/** Safety of systems with clocks in dense time: zones, their search, and its runs at exact times. */
@NullMarked
package dev.lastack.checker.zones;

import org.jspecify.annotations.NullMarked;
