package dev.lastack.checker;

import java.util.Map;
import java.util.Optional;

/**
 * What an exploration saw and decided.
 *
 * @param distinct distinct states stored
 * @param generated steps generated, initial states not counted
 * @param levels breadth-first levels, the initial one included
 * @param counters by name, see {@link TransitionSystem#counters()}
 * @param cuts steps not taken, by name of the bound, see {@link TransitionSystem#bounds()}
 * @param verdicts by property name, in the order asked for
 * @param stopped why the search ended early, or empty if every reachable state was seen
 * @param bytes memory held by store and levels at the end
 * @param seconds wall-clock time
 * @param states every reachable state, or empty if the search ended early or went on from disk
 */
public record Exploration(
        long distinct,
        long generated,
        int levels,
        Map<String, Long> counters,
        Map<String, Long> cuts,
        Map<String, Verdict> verdicts,
        Optional<String> stopped,
        long bytes,
        double seconds,
        Optional<StateSpace> states) {}
