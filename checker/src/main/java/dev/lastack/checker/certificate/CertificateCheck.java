package dev.lastack.checker.certificate;

import dev.lastack.checker.hull.CoverState;
import dev.lastack.checker.lanes.LaneSink;
import dev.lastack.checker.lanes.LaneStep;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Prompt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks a {@link Certificate} by the definition, state by state. It uses neither lanes nor packed words but its own order: a
 * state covers another of the same control if it holds each of the other's tokens for at least as long, or at each of its ages.
 */
public final class CertificateCheck {

    private final LaneSystem system;
    private final LaneSteps steps;
    private final long violation;
    private final Map<List<Long>, List<CoverState>> states = new HashMap<>();

    /** {@code violation} is the set of the observations that violate the property. */
    public CertificateCheck(LaneSystem system, long violation) {
        this.system = system;
        this.steps = system.steps();
        this.violation = violation;
    }

    /** What is wrong with a certificate whose subject should be {@code subject}; empty if it proves the property. */
    public Optional<String> refusal(Certificate certificate, String subject) {
        if (!certificate.subject().equals(subject)) {
            return Optional.of("it is a proof of something else: of " + certificate.subject() + ", not of " + subject);
        }
        for (CoverState state : certificate.states()) {
            Optional<String> malformed = malformed(state);
            if (malformed.isPresent()) {
                return malformed;
            }
            states.computeIfAbsent(key(state.control()), key -> new ArrayList<>())
                    .add(state);
        }
        if (!isCovered(steps.initial(), new TreeMap<>())) {
            return Optional.of("the initial state is not covered: " + system.describe(steps.initial()));
        }
        for (CoverState state : certificate.states()) {
            Steps taken = new Steps(state);
            taken.takeAll();
            if (taken.refusal.isPresent()) {
                return taken.refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<String> malformed(CoverState state) {
        long most = system.agesAreRead() ? -1L >>> (Long.SIZE - 1 - system.oldest()) : system.oldest() + 1L;
        boolean fits = state.control().length == system.controlWords()
                && state.lanes().values().stream()
                        .allMatch(value -> system.agesAreRead() ? (value & ~most) == 0 : value >= 0 && value <= most);
        return fits
                ? Optional.empty()
                : Optional.of("a state has another shape: " + Arrays.toString(state.control()) + " " + state.lanes());
    }

    private static List<Long> key(long[] control) {
        return Arrays.stream(control).boxed().toList();
    }

    private boolean isCovered(long[] control, SortedMap<Long, Long> tokens) {
        return states.getOrDefault(key(control), List.of()).stream().anyMatch(state -> covers(state, tokens));
    }

    private boolean covers(CoverState state, SortedMap<Long, Long> tokens) {
        for (Map.Entry<Long, Long> token : tokens.entrySet()) {
            long has = state.lanes().getOrDefault(token.getKey(), 0L);
            long needed = token.getValue();
            if (system.agesAreRead() ? (needed & ~has) != 0 : needed > has) {
                return false;
            }
        }
        return true;
    }

    /** A token's value one tick later. */
    private long older(long value) {
        return system.agesAreRead()
                ? (value << 1) & (-1L >>> (Long.SIZE - 1 - system.oldest()))
                : Math.max(0, value - 1);
    }

    /** Takes the steps of one state. */
    private final class Steps implements LaneSink {
        private final CoverState source;
        private String prompt = "";
        private Optional<String> refusal = Optional.empty();

        Steps(CoverState source) {
            this.source = source;
        }

        void takeAll() {
            steps.unprompted(source.control(), this);
            source.lanes().forEach((token, value) -> {
                for (int age = 0; age <= (system.agesAreRead() ? system.oldest() : 0); age++) {
                    if (system.agesAreRead() ? (value >>> age & 1) != 0 : value > 0) {
                        prompt = " with token " + token + (system.agesAreRead() ? " of age " + age : "");
                        steps.prompted(source.control(), new Prompt(token, age), this);
                    }
                }
            });
        }

        @Override
        public void step(LaneStep step) {
            SortedMap<Long, Long> after = new TreeMap<>(source.lanes());
            if (step.tick()) {
                after.replaceAll((token, value) -> older(value));
                after.values().removeIf(value -> value == 0);
            }
            long observed = step.observations();
            if (Arrays.stream(step.watched()).anyMatch(watched -> holds(after, watched))) {
                observed |= step.ifWatched();
            }
            for (long token : step.raised()) {
                after.merge(
                        token,
                        system.agesAreRead() ? 1 : system.oldest() + 1L,
                        (old, fresh) -> system.agesAreRead() ? old | fresh : fresh);
            }
            if ((observed & violation) != 0) {
                refuse("a step violates the property", step);
            } else if (!isCovered(step.target(), after)) {
                refuse("a step leads to a state that is not covered", step);
            }
        }

        private boolean holds(SortedMap<Long, Long> tokens, int watched) {
            return tokens.keySet().stream().anyMatch(token -> steps.classOf(token) == watched);
        }

        private void refuse(String problem, LaneStep step) {
            if (refusal.isEmpty()) {
                refusal = Optional.of(problem + ": action " + step.action() + prompt + " in "
                        + system.describe(source.control()) + " with tokens " + source.lanes());
            }
        }

        @Override
        public void cut(int bound) {
            // What lies beyond a bound is no part of the claim.
        }
    }
}
