/** Makes the capture on which the rate of reading is measured. */
@NullMarked
package dev.lastack.capture.throughput;

import org.jspecify.annotations.NullMarked;
