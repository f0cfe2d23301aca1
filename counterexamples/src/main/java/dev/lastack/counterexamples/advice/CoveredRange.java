package dev.lastack.counterexamples.advice;

import static java.util.stream.Collectors.joining;

import dev.lastack.properties.analysis.advice.Advice;
import dev.lastack.properties.analysis.advice.Explored;
import dev.lastack.properties.analysis.advice.Figures;
import dev.lastack.properties.verification.BoundUse;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Retransmission;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.RealTime;
import dev.lastack.scenario.knobs.RealTimeText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an answer rests on, and what it does not speak of. */
final class CoveredRange {

    private final Advice advice;
    private final Sentences out;

    CoveredRange(Advice advice, Sentences out) {
        this.advice = advice;
        this.out = out;
    }

    static String whyUndecided(Advice advice) {
        return inTicks(advice)
                + advice.explored().stream()
                        .filter(explored -> explored.tick().isEmpty())
                        .flatMap(explored -> why(advice, explored).stream())
                        .findFirst()
                        .map(why -> " In dense time: " + why + ".")
                        .orElse("");
    }

    private static Optional<String> why(Advice advice, Explored explored) {
        return explored.report().claims().stream()
                .filter(result -> advice.judged().contains(result.claim()))
                .flatMap(result -> result.why().stream())
                .findFirst();
    }

    private static String inTicks(Advice advice) {
        if (advice.figures().rto().max().compareTo(advice.leastTick()) < 0) {
            return "every gap between retransmissions (%s) is shorter than the finest tick that is tried, an eighth of the MSL (%s)."
                    .formatted(advice.figures().rto(), RealTimeText.of(advice.leastTick()));
        }
        if (advice.ticks().isEmpty()) {
            return "no tick from an eighth of the MSL (%s) to the greatest gap between retransmissions (%s) divides all the times"
                            .formatted(
                                    RealTimeText.of(advice.leastTick()),
                                    RealTimeText.of(advice.figures().rto().max()))
                    + " that must not be rounded. Choose times that share a greater divisor: the MSL, or a part of it.";
        }
        List<Explored> ofTicks = advice.explored().stream()
                .filter(explored -> explored.tick().isPresent())
                .toList();
        if (ofTicks.isEmpty()) {
            return "the time was used up before any tick was explored; raise --budget.";
        }
        Explored last = ofTicks.get(ofTicks.size() - 1);
        return "no exploration came to an answer. The last one, at a tick of "
                + RealTimeText.of(last.tick().orElseThrow()) + ": "
                + why(advice, last).orElse("no claim was put to the test") + ".";
    }

    void tell() {
        out.heading("What was covered:");
        advice.explored().forEach(explored -> out.bullet(exploration(explored) + decidingNothing(explored)));
        advice.answer().ifPresent(this::answer);
        out.bullet(formula());
    }

    /** Why an exploration in dense time came to no answer, if that is not said already. */
    private String decidingNothing(Explored explored) {
        boolean isDense = explored.tick().isEmpty();
        boolean isWhole = explored.report().exploration().stopped().isEmpty();
        boolean isAnswer = advice.answer().filter(explored::equals).isPresent();
        return isDense && isWhole && !isAnswer
                ? why(advice, explored)
                        .map(why -> " It decides nothing: " + why + ".")
                        .orElse("")
                : "";
    }

    private static String exploration(Explored explored) {
        Scenario scenario = explored.report().scenario();
        return String.format(
                Locale.ROOT,
                "%s: %s; %,d %ss%s.",
                explored.tick()
                        .map(tick -> times(tick, scenario))
                        .orElse("dense time, with the times as you gave them"),
                users(scenario),
                explored.report().exploration().distinct(),
                explored.report().counted(),
                explored.report()
                        .exploration()
                        .stopped()
                        .map(why -> ", not all: " + why)
                        .orElse(", all there are"));
    }

    private static String times(Duration tick, Scenario scenario) {
        List<String> rounded =
                scenario.statement().realTime().map(RealTime::rounded).orElse(List.of());
        return "a tick of %s, so MSL is %d, TIME-WAIT %d and rto %s ticks%s"
                .formatted(
                        RealTimeText.of(tick),
                        scenario.environment().msl(),
                        scenario.a().timeWait().length(),
                        gaps(scenario.b().retransmission()),
                        rounded.isEmpty() ? "" : " (rounded: " + String.join(", ", rounded) + ")");
    }

    /** What users and network may do. */
    private static String users(Scenario scenario) {
        int copies = scenario.environment().duplication();
        return "%s, %s, %s, %s"
                .formatted(
                        octets(scenario),
                        scenario.b().user().close() == EndpointKnobs.Close.AFTER_PEER
                                ? "B closes after A"
                                : "either side may close first",
                        inFlight(scenario.environment().boundedCapacity()),
                        copies == 0
                                ? "no duplicates"
                                : "duplicates: " + (copies == EndpointKnobs.UNLIMITED ? "any number" : copies));
    }

    static String octets(Scenario scenario) {
        int a = scenario.a().user().data();
        int b = scenario.b().user().data();
        return a + b == 0
                ? "no octets are sent"
                : "A may send %d %s and B %d".formatted(a, a == 1 ? "octet" : "octets", b);
    }

    static String inFlight(int capacity) {
        return capacity + (capacity == 1 ? " segment is" : " segments are") + " in flight in each direction";
    }

    /** How many steps the limit on segments in flight took away. */
    static long cut(Explored answer) {
        return answer.report().bounds().stream().mapToLong(BoundUse::cut).sum();
    }

    private static String gaps(Retransmission knobs) {
        return knobs.rtoMin() == knobs.rtoMax() ? "" + knobs.rtoMin() : knobs.rtoMin() + " to " + knobs.rtoMax();
    }

    private void answer(Explored answer) {
        Figures figures = advice.figures();
        out.bullet("%s; %s; one connection after another, the first already established, %d in all."
                .formatted(
                        figures.stack().name().isEmpty()
                                ? "the defaults"
                                : "both ends: " + figures.stack().name(),
                        losses(answer.report().scenario()),
                        answer.report().scenario().environment().incarnations()));
        answer.tick()
                .filter(tick -> figures.rto().min().compareTo(tick) < 0)
                .ifPresent(tick -> out.bullet(
                        "Not covered: retransmissions less than a tick (%s) apart; you asked about %s and more."
                                .formatted(
                                        RealTimeText.of(tick),
                                        RealTimeText.of(figures.rto().min()))));
        String vacuous = answer.report().claims().stream()
                .filter(result -> advice.judged().contains(result.claim()))
                .filter(result -> result.outcome() == Outcome.VACUOUS)
                .map(ClaimResult::claim)
                .map(Object::toString)
                .collect(joining(", "));
        if (!vacuous.isEmpty()) {
            out.bullet("Never put to the test: " + vacuous + ".");
        }
        if (answer.report().scenario().environment().sequenceSpace() != Environment.UNBOUNDED) {
            out.bullet("Sequence numbers are counted modulo %d, so that every initial number is tried."
                    .formatted(answer.report().scenario().environment().sequenceSpace()));
        }
        if (cut(answer) > 0) {
            out.bullet("Not covered: more segments in flight than that; the limit was met.");
        }
        out.bullet("Not covered: congestion control, window changes, sequence numbers that wrap within one connection,"
                + " crashes, aborts, forged segments.");
    }

    private static String losses(Scenario scenario) {
        int loss = scenario.environment().loss();
        return loss == EndpointKnobs.UNLIMITED ? "any number of losses" : "segments lost in a run: at most " + loss;
    }

    /** The bound for the exchange of FINs alone, which decides nothing here. */
    private String formula() {
        Scenario scenario = advice.explored().isEmpty()
                ? advice.figures().stack()
                : advice.explored().get(0).report().scenario();
        int loss = scenario.environment().loss();
        Duration msl = advice.figures().msl();
        if (loss == EndpointKnobs.UNLIMITED) {
            return "A formula, not the checker's word: with any number of losses no TIME-WAIT drains a connection.";
        }
        Duration retries = advice.figures().rto().max().multipliedBy(loss).plus(msl);
        Duration twice = msl.multipliedBy(2);
        Duration bound = retries.compareTo(twice) > 0 ? retries : twice;
        return "A formula, not the checker's word: the exchange of FINs alone drains within max(2 MSL, losses × rto +"
                + " MSL) = "
                + RealTimeText.of(bound) + " where every answer restarts the timer (docs/time-wait.md).";
    }
}
