package dev.lastack.properties.verification;

import dev.lastack.model.state.Reduction;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shipped scenario with some knobs set anew, checked with all reductions, without each, and without any. */
record ReducedRow(String name, Scenario scenario) {

    /** For example {@code rfc793 open=both capacity=1}. */
    static ReducedRow of(String row) {
        List<String> words = List.of(row.split(" ", -1));
        Map<String, String> knobs = new LinkedHashMap<>();
        for (String setting : words.subList(1, words.size())) {
            String[] parts = setting.split("=", 2);
            knobs.put(parts[0], parts[1]);
        }
        Scenario shipped = Scenarios.variant(words.get(0));
        return new ReducedRow(row, knobs.isEmpty() ? shipped : shipped.with(knobs, Place.of(row)));
    }

    /** All reductions, all but each, none. */
    static List<Set<Reduction>> choices() {
        List<Set<Reduction>> choices = new ArrayList<>();
        choices.add(Reduction.ALL);
        for (Reduction left : Reduction.values()) {
            choices.add(EnumSet.complementOf(EnumSet.of(left)));
        }
        choices.add(EnumSet.noneOf(Reduction.class));
        return choices;
    }

    Map<Set<Reduction>, Report> check() {
        Map<Set<Reduction>, Report> reports = new LinkedHashMap<>();
        for (Set<Reduction> choice : choices()) {
            reports.put(
                    choice,
                    Verification.of(scenario)
                            .engine(Engine.PLAIN)
                            .reductions(choice)
                            .run()
                            .withoutStates());
        }
        return reports;
    }
}
