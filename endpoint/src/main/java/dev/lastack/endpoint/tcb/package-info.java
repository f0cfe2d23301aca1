/** The transmission control block and what belongs to it: queues, timers, timestamps, configuration. */
@NullMarked
package dev.lastack.endpoint.tcb;

import org.jspecify.annotations.NullMarked;
