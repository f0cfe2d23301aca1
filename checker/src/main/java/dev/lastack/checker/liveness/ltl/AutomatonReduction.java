package dev.lastack.checker.liveness.ltl;

import dev.lastack.checker.liveness.ltl.Automaton.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges locations that have the same transitions, again and again until there are none. */
final class AutomatonReduction {

    private AutomatonReduction() {}

    static Automaton reduce(Automaton automaton) {
        Automaton current = automaton;
        while (true) {
            Automaton merged = mergeOnce(current);
            if (merged.locations() == current.locations()) {
                return merged;
            }
            current = merged;
        }
    }

    private static Automaton mergeOnce(Automaton automaton) {
        Map<Set<Transition>, Integer> representatives = new HashMap<>();
        int[] renamed = new int[automaton.locations()];
        for (int location = 0; location < renamed.length; location++) {
            Set<Transition> behaviour = Set.copyOf(automaton.outgoing().get(location));
            Integer known = representatives.putIfAbsent(behaviour, representatives.size());
            renamed[location] = known == null ? representatives.size() - 1 : known;
        }
        List<List<Transition>> outgoing = new ArrayList<>();
        for (int location = 0; location < renamed.length; location++) {
            if (renamed[location] == outgoing.size()) {
                outgoing.add(rename(automaton.outgoing().get(location), renamed));
            }
        }
        return new Automaton(automaton.atoms(), automaton.acceptanceSets(), outgoing);
    }

    private static List<Transition> rename(List<Transition> transitions, int[] renamed) {
        Set<Transition> distinct = new LinkedHashSet<>();
        for (Transition each : transitions) {
            distinct.add(new Transition(each.required(), each.forbidden(), renamed[each.target()], each.accepts()));
        }
        return List.copyOf(distinct);
    }
}
