package dev.lastack.counterexamples.advice;

import static java.util.stream.Collectors.joining;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.properties.analysis.Price;
import dev.lastack.properties.analysis.advice.Advice;
import dev.lastack.properties.analysis.advice.Advise;
import dev.lastack.properties.analysis.advice.Decision;
import dev.lastack.properties.analysis.advice.LeastWait;
import dev.lastack.properties.analysis.advice.Remedy;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.knobs.RealTimeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Advice in sentences, 100 columns wide. */
public final class AdviceText {

    private final Advice advice;
    private final String timeWait;
    private final Sentences out = new Sentences();

    private AdviceText(Advice advice) {
        this.advice = advice;
        this.timeWait = RealTimeText.of(advice.figures().timeWait());
    }

    /** The answer, the shortest run if there is one, what else would do, the price, and what was covered. */
    public static String of(Advice advice, int ports, boolean colour) {
        AdviceText text = new AdviceText(advice);
        text.out.paragraph(text.headline());
        text.oldConnection();
        advice.firstBroken().flatMap(Counterexample::of).ifPresent(run -> text.out.block(new Ladder(colour).text(run)));
        advice.firstBroken()
                .map(ClaimResult::timedRun)
                .filter(run -> !run.isEmpty())
                .ifPresent(run -> text.out.block("A run at real times:\n  " + String.join("\n  ", run) + "\n"));
        text.least();
        text.remedies();
        text.price(new Price(advice.figures().timeWait().toNanos() / 1e9, ports));
        new CoveredRange(advice, text.out).tell();
        return text.out.toString();
    }

    private String headline() {
        return switch (advice.decision()) {
            case SAFE -> "Safe%s: with a TIME-WAIT of %s %s.".formatted(proviso(), timeWait, safe());
            case PARTLY_SAFE ->
                "Safe for a part of what you asked%s: with a TIME-WAIT of %s %s. Retransmissions from %s to below %s apart are not decided."
                        .formatted(
                                proviso(),
                                timeWait,
                                safe(),
                                RealTimeText.of(advice.figures().rto().min()),
                                RealTimeText.of(
                                        advice.coveredGaps().orElseThrow().min()));
            case UNSAFE -> {
                ClaimResult broken = advice.firstBroken().orElseThrow();
                yield "Unsafe: with a TIME-WAIT of %s, %s is violated first. \"%s\""
                        .formatted(timeWait, broken.claim().id(), broken.claim().sentence());
            }
            case UNDECIDED -> "Not decided: " + CoveredRange.whyUndecided(advice);
        };
    }

    /** What is safe. Other claims than those about the next connection say nothing about it. */
    private String safe() {
        if (advice.judged().containsAll(Advise.NEXT_CONNECTION)) {
            return "no old segment disturbs the next connection. Why: "
                    + advice.argument().orElseThrow().sentence();
        }
        return "nothing violates "
                + advice.judged().stream().map(Claim::id).collect(joining(", "))
                + ". Whether old segments disturb the next connection was not asked";
    }

    /** What an answer is for, where that is not everything. */
    private String proviso() {
        List<String> provisos = new ArrayList<>();
        advice.coveredGaps()
                .filter(covered -> !covered.equals(advice.figures().rto()))
                .ifPresent(covered -> provisos.add("retransmissions are " + covered + " apart"));
        advice.answer().ifPresent(answer -> {
            String octets = CoveredRange.octets(answer.report().scenario());
            if (octets.startsWith("no ")) {
                provisos.add(octets);
            }
            if (CoveredRange.cut(answer) > 0) {
                provisos.add("at most "
                        + CoveredRange.inFlight(
                                answer.report().scenario().environment().boundedCapacity()));
            }
        });
        return provisos.isEmpty() ? "" : ", where " + String.join(" and ", provisos);
    }

    /** What the sentences about other values of a knob are for. They are explored in the least scope, which comes first. */
    private String leastScope() {
        return ", where retransmissions are " + advice.coveredGaps().orElseThrow() + " apart and "
                + CoveredRange.octets(advice.explored().get(0).report().scenario());
    }

    private void oldConnection() {
        List<ClaimResult> old = advice.answer().stream()
                .flatMap(answer -> answer.report().claims().stream())
                .filter(result -> Advise.OLD_CONNECTION.contains(result.claim()))
                .filter(result -> !advice.judged().contains(result.claim()))
                .toList();
        if (!old.isEmpty()) {
            out.paragraph("The end of the old connection, where retransmissions are "
                    + advice.coveredGaps().orElseThrow() + " apart: "
                    + old.stream()
                            .map(result -> result.claim().id() + " " + word(result.outcome()))
                            .collect(joining(", "))
                    + ".");
        }
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds";
            case VIOLATED -> "is broken";
            case VACUOUS -> "was never put to the test";
            case INCONCLUSIVE -> "is not decided";
        };
    }

    private void least() {
        LeastWait least = advice.least();
        if (advice.answer().isEmpty()) {
            return;
        }
        String steps = advice.answer()
                .get()
                .tick()
                .map(tick -> "in steps of " + RealTimeText.of(tick))
                .orElse("in dense time");
        String found = least.safe()
                .map(safe -> "Least safe TIME-WAIT found" + leastScope() + ": " + RealTimeText.of(safe) + ", " + steps
                        + below(least))
                .orElseGet(() -> "No safe TIME-WAIT was found" + leastScope()
                        + least.unsafe()
                                .map(unsafe -> "; " + RealTimeText.of(unsafe) + " is unsafe")
                                .orElse("")
                        + ".");
        out.heading(found);
    }

    private static String below(LeastWait least) {
        Optional<Duration> unsafe = least.unsafe();
        if (least.safe().filter(Duration::isZero).isPresent()) {
            return ".";
        }
        return unsafe.map(value -> "; " + RealTimeText.of(value)
                        + " is unsafe. It was found by halving, so values that were passed over are not decided.")
                .orElse("; what is below was not decided.");
    }

    private void remedies() {
        if (advice.remedies().isEmpty()) {
            return;
        }
        out.heading("One change at both ends, TIME-WAIT still " + timeWait + ", where "
                + CoveredRange.octets(advice.explored().get(0).report().scenario()) + ":");
        for (Decision decision : Decision.values()) {
            String verdict = switch (decision) {
                case SAFE -> "safe";
                case PARTLY_SAFE -> "safe in part";
                case UNSAFE -> "still unsafe";
                case UNDECIDED -> "not decided";
            };
            for (Remedy remedy : advice.remedies()) {
                if (remedy.decision() == decision) {
                    out.item(verdict, remedy.name() + " (" + knobs(remedy) + ")" + range(remedy));
                }
            }
        }
    }

    private static String range(Remedy remedy) {
        return remedy.covered()
                .filter(covered -> remedy.decision() == Decision.PARTLY_SAFE)
                .map(covered -> ", with retransmissions " + covered + " apart")
                .orElse("");
    }

    private static String knobs(Remedy remedy) {
        return remedy.knobs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .collect(joining(", "));
    }

    private void price(Price price) {
        out.heading(price.sentence());
    }
}
