package dev.lastack.properties.analysis.advice;

import java.time.Duration;
import java.util.Optional;

/**
 * Where TIME-WAIT begins to be safe, explored in the least scope, for the gaps between retransmissions of the answer.
 *
 * @param safe the least value found safe
 * @param unsafe the greatest value found unsafe below it, or at all
 */
public record LeastWait(Optional<Duration> safe, Optional<Duration> unsafe) {

    static final LeastWait UNKNOWN = new LeastWait(Optional.empty(), Optional.empty());
}
