package dev.lastack.properties.analysis.advice;

import java.time.Duration;
import java.util.Optional;

/**
 * Where TIME-WAIT begins to be safe.
 *
 * @param safe the least value found safe
 * @param unsafe the greatest value found unsafe below it, or at all
 * @param scope what was explored at each value
 */
public record LeastWait(Optional<Duration> safe, Optional<Duration> unsafe, Optional<Scope> scope) {

    static final LeastWait UNKNOWN = new LeastWait(Optional.empty(), Optional.empty(), Optional.empty());
}
