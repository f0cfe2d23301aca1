/** The model in dense time: the rules of the hosts and the network on states without times, and clocks for ages and timers. */
@NullMarked
package dev.lastack.model.zones;

import org.jspecify.annotations.NullMarked;
