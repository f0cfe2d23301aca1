/** The twin, JMH, and the peers side by side; never published. */
@NullMarked
package dev.lastack.benchmarks;

import org.jspecify.annotations.NullMarked;
