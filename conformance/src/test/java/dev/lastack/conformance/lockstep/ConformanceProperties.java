package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.stack.HiddenState;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.conformance.stack.StreamExchange;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.EndpointConfig.Buffers;
import dev.lastack.endpoint.tcb.EndpointConfig.UserReads;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The properties of an executable stack, each of which finds a fault or nothing, and the scenarios they run in. */
enum ConformanceProperties {
    RANDOM_STEPS {
        @Override
        Optional<String> fault(StackFactory factory) {
            return RANDOM.stream()
                    .map(ConformanceProperties::scenario)
                    .flatMap(scenario ->
                            shown(Conformance.of(scenario).stacks(factory).randomSteps(STEPS, SEED), scenario).stream())
                    .findFirst();
        }
    },
    RANDOM_STEPS_BY_WHAT_IS_SENT {
        @Override
        Optional<String> fault(StackFactory factory) {
            return RANDOM.stream()
                    .map(ConformanceProperties::scenario)
                    .flatMap(scenario -> shown(
                            Conformance.of(scenario)
                                    .stacks(HiddenState.of(factory))
                                    .randomSteps(STEPS, SEED),
                            scenario)
                            .stream())
                    .findFirst();
        }
    },
    EVERY_TRANSITION {
        @Override
        Optional<String> fault(StackFactory factory) {
            return SMALL.stream()
                    .map(ConformanceProperties::scenario)
                    .flatMap(scenario ->
                            shown(Conformance.of(scenario).stacks(factory).everyTransition(ALL), scenario).stream())
                    .findFirst();
        }
    },
    VIOLATIONS {
        @Override
        Optional<String> fault(StackFactory factory) {
            return ViolatingRuns.all().stream()
                    .flatMap(run -> {
                        Replayed replayed =
                                Conformance.of(run.scenario()).stacks(factory).replay(run.claim(), run.trace());
                        String fault = replayed.divergence()
                                .map(Divergence::difference)
                                .orElse("nothing is broken");
                        return replayed.shown()
                                ? Stream.<String>empty()
                                : Stream.of(run.scenario().name() + ", " + run.claim() + ": " + fault);
                    })
                    .findFirst();
        }
    },
    STREAM {
        @Override
        Optional<String> fault(StackFactory factory) {
            return StreamExchange.seeds(SEED, EXCHANGES).stream()
                    .flatMap(seed -> StreamExchange.fault(factory, narrow(), seed).stream()
                            .map(fault -> "seed " + seed + ": " + fault))
                    .findFirst();
        }
    };

    static final long SEED = 20261122;
    private static final long STEPS = 1_500;
    private static final int EXCHANGES = 12;
    private static final int ALL = 100_000;

    /** Scenarios for random runs: together they make every rule matter. */
    static final List<Map<String, String>> RANDOM = List.of(
            Map.of(),
            Map.of("abort", "1", "start", "closed", "open", "both", "close", "early", "incarnations", "3"),
            Map.of("isn", "random", "sequence-space", "8", "window", "3"),
            Map.of("timestamps", "on", "isn", "constant", "incarnations", "3"),
            Map.of("retransmissions", "1", "rto", "1..2"),
            Map.of("ack-check", "rfc5961", "isn", "random", "sequence-space", "16"),
            Map.of("reassembly", "on", "window", "2", "data", "3"),
            Map.of("ack-delay", "4", "data", "3", "close", "never"),
            Map.of("ack-delay", "2", "reassembly", "on", "data", "2", "close", "may"),
            Map.of("close.as", "either", "reads", "may", "fin-wait-2-timeout", "2", "data", "2"),
            Map.of(
                    "time-wait.fin", "ignore",
                    "time-wait.bare-ack", "unless-in-order",
                    "closing-timeout", "2",
                    "closing.fin", "send-own-again",
                    "last-ack-timeout", "2",
                    "retransmissions", "2",
                    "give-up", "reset",
                    "closed.rst", "never"),
            Map.of(
                    "open", "both",
                    "crash", "2",
                    "rst-check", "any",
                    "syn-check", "reset-by-own-numbers",
                    "syn-again-after-rst", "at-once",
                    "closed.rst", "unless-bare-ack",
                    "time-wait.eviction", "any-time",
                    "incarnations", "3"),
            Map.of("open", "both", "crash", "2", "syn-check", "drop", "closed.rst", "never", "incarnations", "3"),
            Map.of("ack-delay", "4", "data", "3", "close", "never"),
            Map.of("ack-delay", "2", "reassembly", "on", "data", "2", "close", "may"));

    /** Scenarios small enough for every transition of every state. */
    static final List<Map<String, String>> SMALL = List.of(
            small(Map.of("duplication", "none", "incarnations", "1")),
            small(Map.of()),
            small(Map.of(
                    "loss", "none", "duplication", "none", "incarnations", "1", "time-wait", "2", "capacity", "2")),
            small(Map.of("timestamps", "on", "open", "both", "time-wait.syn", "reopen-if-newer-timestamp")),
            small(Map.of("ack-delay", "1", "data", "1", "incarnations", "1", "capacity", "1")),
            small(Map.of(
                    "close.as",
                    "either",
                    "reads",
                    "may",
                    "fin-wait-2-timeout",
                    "2",
                    "data",
                    "1",
                    "incarnations",
                    "1")));

    /** What is wrong with {@code factory}'s stacks. */
    abstract Optional<String> fault(StackFactory factory);

    static Scenario scenario(Map<String, String> knobs) {
        ScenarioBuilder builder = Scenario.builder("random-knobs");
        knobs.forEach(builder::set);
        return builder.build();
    }

    /** A scenario that is small in everything but what {@code knobs} say. */
    static Map<String, String> small(Map<String, String> knobs) {
        Map<String, String> all = new java.util.TreeMap<>(
                Map.of("incarnations", "2", "data", "0", "msl", "1", "time-wait", "1", "capacity", "1"));
        all.putAll(knobs);
        return all;
    }

    /** Little text to a segment and a small buffer, so that windows close and text waits. */
    static EndpointConfig narrow() {
        return EndpointConfig.rfc9293().with(new Buffers(16, 100, 50, UserReads.BY_RECEIVE));
    }

    private static Optional<String> shown(ConformanceReport report, Scenario scenario) {
        return report.divergence().map(divergence -> scenario.name() + ": " + divergence.difference());
    }
}
