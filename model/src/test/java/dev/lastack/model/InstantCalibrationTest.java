package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.lastack.checker.Exploration;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.Reduction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios in real time whose states and verdicts were found, every order within an instant explored, by an enumerator that
 * shares no code with this one. Claims: fin, ack, hs, rst are {@code no-old-…}, P {@code no-replay}, D {@code drained}, C
 * {@code last-ack-clean}, K {@code time-wait-kept}. The last column is what fails where the network ranks before the 2MSL timer.
 * Not named in a row: those of {@link JudgedScenario}, and {@code data=0}.
 */
class InstantCalibrationTest {

    /** That enumerator keeps other ghosts than these two where old segments do harm, and so counts other states. */
    private static final long OTHER_GHOSTS = -1;

    /** States as that enumerator counts them, see {@link EnumeratedStates}, and all. */
    private record Counts(long enumerated, long states) {}

    private static final String T =
            "isn=random, sequence-space=4, window=1, data=0, capacity=2, time-wait.restart=on-answer, ";
    private static final String T_FIN = T.replace("on-answer", "on-fin");
    private static final String M = "isn=monotonic, data=0, capacity=2, loss=1, msl=1, ";
    private static final String M_LOSSES = "isn=monotonic, data=0, capacity=3, loss=2, incarnations=1, msl=1, rto=1, "
            + "time-wait.restart=on-answer, ";
    private static final String CONSTANT =
            "isn=constant, data=0, capacity=3, msl=1, rto=1, time-wait.restart=on-answer, ";

    private static Stream<Arguments> small() {
        return Stream.of(
                row(T + "msl=1, rto=1, time-wait=2", OTHER_GHOSTS, 82_444, "fin ack rst D C", ""),
                row(T + "msl=1, rto=1, time-wait=3", 40_713, 40_713, "", ""),
                row(T_FIN + "msl=1, rto=1, time-wait=3", 66_902, 66_902, "rst D C", "D"),
                row(T_FIN + "msl=1, rto=1, time-wait=4", 65_463, 65_463, "D", "D"),
                row(T + "msl=1, rto=0..1, time-wait=3", 59_083, 59_083, "", ""),
                row(M + "rto=1, time-wait.restart=on-answer, time-wait=2", 8_597, 8_694, "D C", "D"),
                row(M + "rto=1, time-wait.restart=on-answer, time-wait=3", 6_607, 6_700, "D", ""),
                row(M + "rto=0..1, time-wait.restart=on-answer, time-wait=3", 10_594, 10_694, "D", ""),
                row(M + "rto=1, time-wait.restart=on-fin, time-wait=3", 7_589, 7_688, "D", "D"),
                row(M + "rto=1, time-wait.restart=on-fin, time-wait=4", 7_683, 7_782, "D", "D"),
                row(M_LOSSES + "time-wait=3", 4_597, 4_859, "D C", ""),
                row(M_LOSSES + "time-wait=4", 4_573, 4_835, "", ""),
                row(
                        M.replace("loss=1", "loss=unlimited, duplication=unlimited")
                                + "rto=1, time-wait.restart=on-fin, time-wait=2",
                        1_745,
                        12_021,
                        "D C",
                        "D C"),
                row(CONSTANT + "time-wait=2", 52_278, 56_248, "fin ack rst P D C", "P D"),
                row(CONSTANT + "time-wait=3", 23_486, 23_646, "P D", "P D"));
    }

    private static Stream<Arguments> large() {
        return Stream.of(
                row(
                        T + "msl=1, rto=1, time-wait=1",
                        OTHER_GHOSTS,
                        157_828,
                        "fin ack hs rst P D C",
                        "fin ack rst P D C"),
                row(T + "msl=2, rto=1, time-wait=4", 117_755, 117_755, "rst D C", ""),
                row(T + "msl=2, rto=1, time-wait=5", 108_197, 108_197, "", ""),
                row(
                        T + "msl=1, rto=1, time-wait=6, time-wait.rst=as-elsewhere",
                        OTHER_GHOSTS,
                        160_674,
                        "fin ack hs rst P D C K",
                        "fin ack hs rst P D C K"),
                row(
                        T + "msl=1, rto=1, time-wait=6, abort=1",
                        OTHER_GHOSTS,
                        445_361,
                        "fin ack hs rst P D C",
                        "fin ack hs rst P D C"),
                row(
                        T + "msl=1, rto=1, time-wait=6, loss=unlimited, retransmissions=1",
                        OTHER_GHOSTS,
                        1_126_558,
                        "fin ack hs rst P D C",
                        "fin ack hs rst P D C"));
    }

    @ParameterizedTest
    @MethodSource("small")
    void failsExactlyWhereItMust(JudgedScenario row, Counts counts, Set<String> fails, Set<String> ranked) {
        check(row, counts, fails, ranked);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("large")
    void failsExactlyWhereItMustInLargeSpaces(
            JudgedScenario row, Counts counts, Set<String> fails, Set<String> ranked) {
        check(row, counts, fails, ranked);
    }

    private static void check(JudgedScenario row, Counts counts, Set<String> fails, Set<String> ranked) {
        Exploration exploration = JudgedScenario.explore(model(row, InstantOrder.ANY));
        assertThat(JudgedScenario.failing(exploration)).isEqualTo(fails);
        assertThat(JudgedScenario.failing(JudgedScenario.explore(model(row, InstantOrder.NETWORK_FIRST))))
                .isEqualTo(ranked);
        assertThat(exploration.distinct()).isEqualTo(counts.states());
        if (counts.enumerated() != OTHER_GHOSTS) {
            assertThat(EnumeratedStates.of(model(row, InstantOrder.ANY))).isEqualTo(counts.enumerated());
        }
    }

    private static TerminationModel model(JudgedScenario row, InstantOrder order) {
        return TerminationModel.of(row.scenario(1, "s"), Variant.OF_KNOBS, Reduction.OF_STATES, order);
    }

    private static Arguments row(String knobs, long enumerated, long states, String fails, String ranked) {
        return Arguments.of(new JudgedScenario(knobs), new Counts(enumerated, states), claims(fails), claims(ranked));
    }

    private static Set<String> claims(String letters) {
        Set<String> claims = new TreeSet<>();
        for (String each : Splitter.on(' ').omitEmptyStrings().split(letters)) {
            claims.add(
                    switch (each) {
                        case "P" -> "no-replay";
                        case "D" -> "drained";
                        case "C" -> "last-ack-clean";
                        case "K" -> "time-wait-kept";
                        case "hs" -> "no-old-handshake";
                        default -> "no-old-" + each;
                    });
        }
        return claims;
    }
}
