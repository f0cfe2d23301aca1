package dev.lastack.properties.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Limits;
import dev.lastack.model.rules.Bound;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenarios;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network that may duplicate can do all that one that may not can do, and a copy more breaks no claim later. */
class DuplicationTest {

    private static final int COMPARED = 15;

    @Test
    void whereAllCopiesCannotBeRememberedTheRunsWithoutThemRemain() {
        Map<String, String> knobs = new HashMap<>(Map.of(
                "msl", "1", "A.time-wait", "5", "B.time-wait", "4", "time-wait.restart", "on-answer", "window", "1"));
        knobs.putAll(Map.of(
                "time-wait.rst",
                "ignore",
                "data",
                "0",
                "B.open",
                "active",
                "loss",
                "1",
                "capacity",
                "1",
                "start",
                "closed"));

        Report without = check(knobs, "none");
        Report with = check(knobs, "1");

        assertNoLater(knobs, without, with);
        assertThat(length(without, "no-old-ack")).isEqualTo(11);
        assertThat(length(with, "no-old-ack")).isEqualTo(11);
        BoundUse copies = with.bounds().stream()
                .filter(bound -> bound.bound() == Bound.REMEMBERED_COPIES)
                .findFirst()
                .orElseThrow();
        assertThat(copies.reached()).isPositive();
        assertThat(copies.cut()).isZero();
    }

    @Test
    void noClaimOfARandomScenarioIsBrokenLaterByMoreCopies() {
        Random random = new Random(3);
        int compared = 0;
        while (compared < COMPARED) {
            Map<String, String> knobs = ReductionsAtCapacityTest.draw(random);
            knobs.put("loss", random.nextBoolean() ? "1" : "none");
            Report none = check(knobs, "none");
            Report one = check(knobs, "1");
            Report two = check(knobs, "2");
            if (two.exploration().stopped().isEmpty()) {
                assertNoLater(knobs, none, one);
                assertNoLater(knobs, one, two);
                compared++;
            }
        }
    }

    private static void assertNoLater(Map<String, String> knobs, Report fewer, Report more) {
        for (ClaimResult result : fewer.claims()) {
            String id = result.claim().id();
            if (result.outcome() == Outcome.VIOLATED) {
                assertThat(length(more, id)).as(id + " of " + knobs).isBetween(1, length(fewer, id));
            }
        }
    }

    /** Steps of the shortest run that breaks a claim, 0 if there is none. */
    private static int length(Report report, String id) {
        return report.claim(id)
                .orElseThrow()
                .trace()
                .map(trace -> trace.steps().size())
                .orElse(0);
    }

    private static Report check(Map<String, String> knobs, String duplication) {
        Map<String, String> all = new HashMap<>(knobs);
        all.put("duplication", duplication);
        return Verification.of(Scenarios.of(all))
                .engine(Engine.PLAIN)
                .limits(Limits.none().withWorkers(1).withMaxStates(4_000))
                .run()
                .withoutStates();
    }
}
