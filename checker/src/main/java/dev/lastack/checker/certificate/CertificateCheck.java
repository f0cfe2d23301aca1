package dev.lastack.checker.certificate;

import dev.lastack.checker.Property.StepInvariant;
import dev.lastack.checker.lanes.CoverState;
import dev.lastack.checker.lanes.LaneRun;
import dev.lastack.checker.lanes.LaneSink;
import dev.lastack.checker.lanes.LaneStep;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Prompt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Checks a {@link Certificate.Proof} by the definition, state by state: the initial state is covered, so is what each step of each
 * state leads to, and no such step violates a property. It shares nothing with the search but the system's own steps: it has
 * neither lanes nor packed words, and its order is {@link TokenOrder}.
 */
public final class CertificateCheck {

    private final LaneSystem system;
    private final LaneSteps steps;
    private final TokenOrder order;
    private final List<StepInvariant> properties;
    private final Map<List<Long>, List<CoverState>> states = new LinkedHashMap<>();
    private final boolean[] cuts;
    private long checked;

    /** A check, for use once, that {@code properties} of {@code system} hold. */
    public CertificateCheck(LaneSystem system, List<StepInvariant> properties) {
        this.system = system;
        this.steps = system.steps();
        this.order = new TokenOrder(system.oldest(), system.agesAreRead());
        this.properties = List.copyOf(properties);
        this.cuts = new boolean[system.bounds().size()];
    }

    /** Whether these states are a proof. */
    public CheckResult check(List<CoverState> proof) {
        for (CoverState state : proof) {
            if (state.control().length != system.controlWords()
                    || !Arrays.stream(state.values()).allMatch(order::isValue)) {
                return new CheckResult.Refused("a state has another shape: " + state);
            }
            states.computeIfAbsent(key(state.control()), key -> new ArrayList<>())
                    .add(state);
        }
        if (!isCovered(steps.initial(), new CoverState(steps.initial(), new long[0], new long[0]))) {
            return new CheckResult.Refused("the initial state is not covered: " + system.describe(steps.initial()));
        }
        for (List<CoverState> ofControl : states.values()) {
            Optional<String> refusal = refusal(ofControl);
            if (refusal.isPresent()) {
                return new CheckResult.Refused(refusal.get());
            }
        }
        List<String> bounds = system.bounds();
        List<String> cutBy = IntStream.range(0, cuts.length)
                .filter(bound -> cuts[bound])
                .mapToObj(bounds::get)
                .toList();
        return new CheckResult.Accepted(proof.size(), checked, cutBy);
    }

    /** What is wrong with the first wrong step of states of one control. */
    private Optional<String> refusal(List<CoverState> ofControl) {
        long[] control = ofControl.get(0).control();
        StepsOfControl taken = new StepsOfControl(control);
        try {
            return ofControl.stream()
                    .flatMap(state -> taken.refusal(state).stream())
                    .findFirst();
        } catch (RuntimeException | AssertionError e) {
            // Words and tokens of a tampered proof need not be those of any state.
            return Optional.of(
                    "the system has no steps in a state with the words " + Arrays.toString(control) + ": " + e);
        }
    }

    private static List<Long> key(long[] control) {
        return Arrays.stream(control).boxed().toList();
    }

    private boolean isCovered(long[] control, CoverState tokens) {
        return states.getOrDefault(key(control), List.of()).stream().anyMatch(state -> order.covers(state, tokens));
    }

    /** Takes the steps of the states of one control, which are generated once for each prompt. */
    private final class StepsOfControl implements LaneSink {
        private final long[] control;
        private final Map<Optional<Prompt>, List<LaneStep>> known = new HashMap<>();
        private List<LaneStep> generated = new ArrayList<>();

        StepsOfControl(long[] control) {
            this.control = control;
        }

        /** What is wrong with the first wrong step of {@code state}. */
        Optional<String> refusal(CoverState state) {
            Optional<String> refusal = refusal(state, Optional.empty());
            for (int i = 0; i < state.tokens().length; i++) {
                for (int age : order.ages(state.values()[i])) {
                    Optional<Prompt> prompt = Optional.of(new Prompt(state.tokens()[i], age));
                    refusal = refusal.isPresent() ? refusal : refusal(state, prompt);
                }
            }
            return refusal;
        }

        private Optional<String> refusal(CoverState state, Optional<Prompt> prompt) {
            for (LaneStep step : known.computeIfAbsent(prompt, this::generate)) {
                checked++;
                Optional<String> problem = problem(state, step);
                if (problem.isPresent()) {
                    return Optional.of(problem.get() + ": "
                            + system.describe(control, new LaneRun.Step(step.action(), prompt)) + ", in "
                            + system.describe(control) + " with tokens " + state.lanes());
                }
            }
            return Optional.empty();
        }

        private List<LaneStep> generate(Optional<Prompt> prompt) {
            generated = new ArrayList<>();
            prompt.ifPresentOrElse(
                    taken -> steps.prompted(control, taken, this), () -> steps.unprompted(control, this));
            return generated;
        }

        @Override
        public void step(LaneStep step) {
            generated.add(step);
        }

        @Override
        public void cut(int bound) {
            cuts[bound] = true;
        }
    }

    private Optional<String> problem(CoverState state, LaneStep step) {
        CoverState after = step.tick() ? order.older(state) : state;
        long observed = step.observations() | (sees(after, step.watched()) ? step.ifWatched() : 0);
        for (StepInvariant property : properties) {
            if ((observed & property.violation()) != 0) {
                return Optional.of("a step violates " + property.name());
            }
        }
        for (long token : step.raised()) {
            after = order.with(token, after);
        }
        return isCovered(step.target(), after)
                ? Optional.empty()
                : Optional.of("a step leads to a state that is not covered");
    }

    private boolean sees(CoverState state, int[] watched) {
        return watched.length > 0
                && Arrays.stream(state.tokens())
                        .anyMatch(token -> Arrays.stream(watched).anyMatch(each -> each == steps.classOf(token)));
    }
}
