/** Dense time beside ticks. */
@NullMarked
package dev.lastack.benchmarks.zones;

import org.jspecify.annotations.NullMarked;
