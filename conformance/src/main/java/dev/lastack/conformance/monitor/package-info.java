/** Monitors that judge claims on running stacks without reading any model state. */
@NullMarked
package dev.lastack.conformance.monitor;

import org.jspecify.annotations.NullMarked;
