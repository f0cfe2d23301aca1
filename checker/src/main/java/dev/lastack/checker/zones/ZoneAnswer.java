package dev.lastack.checker.zones;

import java.util.Optional;

/**
 * What was seen of a property.
 *
 * @param tested whether a step put it to the test
 * @param violation a shortest run that violates it in which no two things need to happen at once; without one, a shortest run
 *     that does need that
 */
public record ZoneAnswer(boolean tested, Optional<TimedRun> violation) {}
