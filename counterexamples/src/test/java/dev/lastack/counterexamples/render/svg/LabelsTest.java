package dev.lastack.counterexamples.render.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.fixture.Runs;
import dev.lastack.counterexamples.fixture.Verified;
import dev.lastack.counterexamples.render.svg.Lettering.Text;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All words of a drawing can be read: they overlap nowhere, and none leaves the picture. */
class LabelsTest {

    private static final double WIDTH = 1000;

    static Stream<Counterexample> fewRuns() {
        return Stream.concat(
                Stream.of(Runs.oldFin(), Runs.lastAckForEver(), Runs.finWait2ForEver(), Verified.lastAckForEver()),
                Verified.randomIsnRuns().stream());
    }

    static List<String> shipped() {
        return Scenarios.variants();
    }

    @ParameterizedTest
    @MethodSource("fewRuns")
    void overlapNowhere(Counterexample run) throws Exception {
        assertReadable(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-tick-short", "silent-peer", "no-time-wait"})
    void overlapNowhereInRunsOf(String variant) throws Exception {
        assertThat(drawn(variant)).isPositive();
    }

    @ParameterizedTest
    @Tag("deep")
    @MethodSource("shipped")
    void overlapNowhereInAnyRunOf(String variant) throws Exception {
        assertThat(drawn(variant)).isNotNegative();
    }

    /** How many runs of {@code variant}, all readable, there are. */
    private static int drawn(String variant) throws Exception {
        List<Counterexample> runs = new ArrayList<>();
        Verification.of(Scenarios.variant(variant)).claims(TerminationClaims.all()).run().claims().stream()
                .map(Counterexample::of)
                .flatMap(Optional::stream)
                .forEach(runs::add);
        for (Counterexample run : runs) {
            assertReadable(run);
        }
        return runs.size();
    }

    private static void assertReadable(Counterexample run) throws Exception {
        String what = run.scenario().name() + ", " + run.claim().id() + ": ";
        List<Text> texts = Lettering.of(new SvgLadder().text(run));
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            assertThat(text.room().getBounds2D().getMinX())
                    .as(what + text.words())
                    .isNotNegative();
            assertThat(text.room().getBounds2D().getMaxX())
                    .as(what + text.words())
                    .isLessThanOrEqualTo(WIDTH);
            for (Text other : texts.subList(i + 1, texts.size())) {
                assertThat(text.overlaps(other))
                        .as(what + "'" + text.words() + "' overlaps '" + other.words() + "'")
                        .isFalse();
            }
        }
    }

    /** No arrow is drawn over the one that violates the claim, and no arrow over a label. */
    @Test
    void theOffendingArrowIsOnTop() {
        String svg = new SvgLadder().text(Runs.oldFin());
        int offender = svg.indexOf("<g class=\"flight i1 old bad\"");
        String after = svg.substring(svg.indexOf("</g>", offender), svg.indexOf("class=\"key\""));
        assertThat(after).contains("class=\"label\"");
        assertThat(after.replaceAll("(?s)class=\"verdict.*", "")).doesNotContain("class=\"shaft\"");
    }

    /** The old RST is told from the segments of its time by words, not only by a colour. */
    @Test
    void labelsNameTheIncarnation() {
        assertThat(new SvgLadder().text(Runs.oldFin()))
                .contains(">#5 [1] FIN,ACK seq=0 ack=1 OLD<")
                .contains(">#6 [2] SYN seq=-1<")
                .contains(">SYN-RECEIVED [2]<")
                .contains(">LISTEN<")
                .contains(">OLD, NEW: of another incarnation than the connection it meets<");
    }

    @Test
    void everyLineOfTheVerdictLooksTheSame() {
        Counterexample wordy = Verified.randomIsnRuns().stream()
                .filter(run -> run.claim().id().equals("graceful"))
                .findFirst()
                .orElseThrow();
        String svg = new SvgLadder().text(wordy);
        assertThat(svg.split("class=\"verdict\"", -1)).hasSize(3);
        assertThat(svg.substring(svg.indexOf("class=\"verdict\""))).doesNotContain("class=\"note\"");
    }
}
