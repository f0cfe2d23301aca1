package dev.lastack.counterexamples.explain;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.explain.Explorations.Decision;
import dev.lastack.counterexamples.trace.Replay;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.scenario.knobs.Knob;
import dev.lastack.scenario.knobs.Knobs;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The single knobs that would have prevented a violation: with one of them changed at both ends, and all else the same,
 * the whole state space has no run that breaks the claim.
 *
 * @param changes the knobs that prevent it, with the value that does; for TIME-WAIT the least one
 * @param undecided the changes whose state space could not be seen whole
 */
public record Remedies(Map<String, String> changes, List<String> undecided) {

    /** What users want to do is no remedy. */
    private static final Set<String> THE_USERS_OWN = Set.of("open", "close", "data", "window");

    private static final String TIME_WAIT = "time-wait";

    public Remedies {
        undecided = List.copyOf(undecided);
    }

    static Remedies search(Counterexample run, Claim claim, Explorations explorations) {
        Remedies remedies = new Remedies(new LinkedHashMap<>(), new ArrayList<>());
        List<String> undecided = new ArrayList<>();
        for (Map.Entry<String, String> change : candidates(run.scenario())) {
            String knob = change.getKey();
            boolean open = !remedies.changes().containsKey(knob);
            if (open && !stillRuns(run, claim, explorations, Map.of(knob, change.getValue()))) {
                Outcome outcome = explorations
                        .decide(Map.of(knob, change.getValue()))
                        .map(Decision::outcome)
                        .orElse(Outcome.VIOLATED);
                if (outcome == Outcome.HOLDS) {
                    remedies.changes().put(knob, change.getValue());
                } else if (outcome == Outcome.INCONCLUSIVE) {
                    undecided.add(knob + ": " + change.getValue());
                }
            }
        }
        return new Remedies(remedies.changes(), undecided);
    }

    /** Every other word of every knob, and longer times to wait, the shortest first. */
    private static List<Map.Entry<String, String>> candidates(Scenario scenario) {
        List<Map.Entry<String, String>> candidates = new ArrayList<>();
        int msl = scenario.environment().msl();
        int longest = Math.max(
                scenario.a().timeWait().length(), scenario.b().timeWait().length());
        for (int ticks = longest + 1; ticks <= Math.max(3 * msl, longest + 1); ticks++) {
            candidates.add(Map.entry(TIME_WAIT, inMsl(ticks, scenario)));
        }
        candidates.add(Map.entry("quiet-time", "msl"));
        for (Knob<?> knob : Knobs.all()) {
            if (knob.scope() == Knob.Scope.ENDPOINT && !THE_USERS_OWN.contains(knob.name())) {
                for (String word : knob.type().words()) {
                    candidates.add(Map.entry(knob.name(), word));
                }
            }
        }
        candidates.removeIf(change -> changesNothing(scenario, change));
        return candidates;
    }

    /** Whole ticks, as a multiple of the MSL where it is one. */
    private static String inMsl(int ticks, Scenario scenario) {
        int msl = scenario.environment().msl();
        if (ticks % msl == 0) {
            return ticks == msl ? "msl" : ticks / msl + "*msl";
        }
        return scenario.statement().realTime().isEmpty() ? Integer.toString(ticks) : ticks / msl + 1 + "*msl";
    }

    private static boolean changesNothing(Scenario scenario, Map.Entry<String, String> change) {
        try {
            Scenario changed = scenario.with(Map.of(change.getKey(), change.getValue()));
            EndpointKnobs a = changed.endpoint(Host.A);
            EndpointKnobs b = changed.endpoint(Host.B);
            return a.equals(scenario.a()) && b.equals(scenario.b());
        } catch (ScenarioException e) {
            return true;
        }
    }

    /** Whether the very same run breaks the claim with these knobs too, which saves an exploration. */
    private static boolean stillRuns(
            Counterexample run, Claim claim, Explorations explorations, Map<String, String> knobs) {
        return explorations
                .scenario(knobs)
                .map(scenario -> new Counterexample(
                        scenario,
                        run.variant(),
                        run.claim(),
                        run.states(),
                        run.moves(),
                        run.loopStart(),
                        run.allowances()))
                .map(same -> Replay.of(TraceFile.parse("the run", TraceFile.text(same)))
                        .claims(List.of(claim))
                        .variant(run.variant())
                        .run())
                .filter(Replay.Outcome.Confirmed.class::isInstance)
                .isPresent();
    }
}
