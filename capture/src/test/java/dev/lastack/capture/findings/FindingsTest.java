package dev.lastack.capture.findings;

import static dev.lastack.capture.findings.Certainty.POSSIBLE;
import static dev.lastack.capture.findings.Certainty.PROVEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.connection.TcpStateSet;
import dev.lastack.capture.fixture.Conversation;
import dev.lastack.capture.fixture.Conversation.Result;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Every finding in the fewest segments that show it, next to what only looks like it. */
class FindingsTest {

    private static final Assumptions SIXTY_SECONDS = new Assumptions(
            TimeWaitLength.of(Duration.ofSeconds(60)), TimeWaitLength.of(Duration.ofSeconds(60)), 10_000_000_000L);

    private static Conversation opened() {
        return new Conversation().assuming(SIXTY_SECONDS).opened();
    }

    private static void finds(Conversation conversation, Tuple... expected) {
        assertThat(conversation.result().findings())
                .extracting(Finding::situation, Finding::certainty)
                .containsExactlyInAnyOrder(expected);
    }

    @Test
    void anOrdinaryCloseIsNoFindingAndLeavesTimeWait() {
        Result result = opened().closedByA().result();

        assertThat(result.findings()).isEmpty();
        assertThat(result.incarnations()).singleElement().satisfies(incarnation -> {
            assertThat(incarnation.states(Side.A)).isEqualTo(TcpStateSet.TIME_WAIT);
            assertThat(incarnation.states(Side.B)).isEqualTo(TcpStateSet.LAST_ACK | TcpStateSet.CLOSED);
            assertThat(incarnation.journey(Side.A).text())
                    .isEqualTo("SYN-SENT → SYN-SENT|SYN-RECEIVED|ESTABLISHED → ESTABLISHED → FIN-WAIT-1"
                            + " → FIN-WAIT-1|TIME-WAIT → TIME-WAIT");
        });
    }

    @Test
    void aPacketRecordedTwiceIsNoRepeatedFin() {
        finds(opened().a("F.", 1, 1).samePacket().a("F.", 1, 1).b("F.", 1, 2).a(".", 2, 2));
    }

    @Test
    void aRepeatedFinIsToldWithItsGaps() {
        Conversation conversation =
                opened().a("F.", 1, 1).seconds(0.3).a("F.", 1, 1).seconds(0.6).a("F.", 1, 1);
        conversation.b("F.", 1, 2).a(".", 2, 2);

        finds(conversation, tuple(FindingKind.FIN_REPEATED, PROVEN));
        assertThat(conversation.result().findings().get(0).sentence())
                .isEqualTo("A sent its FIN 3 times, at most 601.0 ms apart.");
    }

    @Test
    void synAcceptedInTimeWait() {
        Conversation early = opened().b("F.", 1, 1)
                .a("F.", 1, 2)
                .b(".", 2, 2)
                .seconds(20)
                .numbers(9_000, 70_000)
                .opened();
        finds(early, tuple(FindingKind.SYN_ACCEPTED_IN_TIME_WAIT, PROVEN));
        Conversation late = opened().b("F.", 1, 1)
                .a("F.", 1, 2)
                .b(".", 2, 2)
                .seconds(61)
                .numbers(9_000, 70_000)
                .opened();
        finds(late);
        assertThat(late.result().incarnations()).hasSize(2);
    }

    @Test
    void theLengthOfTimeWaitDecidesAndIsUnknownWithoutAStack() {
        Conversation unknown =
                new Conversation().opened().b("F.", 1, 1).a("F.", 1, 2).b(".", 2, 2);
        finds(
                unknown.seconds(20).numbers(9_000, 70_000).opened(),
                tuple(FindingKind.SYN_ACCEPTED_IN_TIME_WAIT, POSSIBLE));
    }

    @Test
    void portReusedInTimeWait() {
        finds(
                opened().closedByA().seconds(2).numbers(90_000, 70_000).opened(),
                tuple(FindingKind.PORT_REUSED_IN_TIME_WAIT, PROVEN));
        // B was in LAST-ACK, not in TIME-WAIT, when A came again after A's own TIME-WAIT.
        finds(opened().closedByA().seconds(65).numbers(90_000, 70_000).opened());
    }

    @Test
    void assassinationIsProvenWhenTheVictimAnswersAsClosed() {
        Conversation rst =
                opened().closedByA().seconds(1).b(".", 0, 2).a(".", 2, 2).b("R", 2, 0);
        finds(rst, tuple(FindingKind.TIME_WAIT_ASSASSINATED, POSSIBLE));
        finds(rst.seconds(1).b(".", 0, 2).a("R", 2, 0), tuple(FindingKind.TIME_WAIT_ASSASSINATED, PROVEN));
        // An RST that is not at RCV.NXT ends no TIME-WAIT.
        Conversation wrong = opened().closedByA().seconds(1).b("R", 1, 0);
        assertThat(wrong.result().findings())
                .extracting(Finding::situation)
                .doesNotContain(FindingKind.TIME_WAIT_ASSASSINATED);
    }

    @Test
    void finNeverAcknowledged() {
        Conversation atB = opened().takenAt(Tap.AT_B)
                .a("F.", 1, 1)
                .b("F.", 1, 2)
                .seconds(1)
                .b("F.", 1, 2);
        finds(atB, tuple(FindingKind.FIN_REPEATED, PROVEN), tuple(FindingKind.FIN_UNACKNOWLEDGED_IN_LAST_ACK, PROVEN));
        Conversation unknown = opened().a("F.", 1, 1).seconds(1).a("F.", 1, 1);
        finds(unknown, tuple(FindingKind.FIN_REPEATED, PROVEN), tuple(FindingKind.FIN_UNACKNOWLEDGED, POSSIBLE));
        // The capture ends right behind the FIN.
        finds(opened().a("F.", 1, 1));
    }

    @Test
    void closeWaitLasts() {
        Conversation waiting =
                opened().a("F.", 1, 1).b(".", 1, 2).seconds(11).b(".", 1, 2, 5).a(".", 2, 6);
        finds(waiting, tuple(FindingKind.CLOSE_WAIT_LASTS, POSSIBLE));
        finds(waiting.b("F.", 6, 2).a(".", 2, 7), tuple(FindingKind.HALF_CLOSED, PROVEN));
    }

    @Test
    void simultaneousCloseIsKnownByTheAckFields() {
        finds(
                opened().a("F.", 1, 1).b("F.", 1, 1).a(".", 2, 2).b(".", 2, 2),
                tuple(FindingKind.SIMULTANEOUS_CLOSE, PROVEN));
    }

    @Test
    void oldFinInTheNextIncarnation() {
        Conversation old = opened().b("F.", 1, 1).a("F.", 1, 2).b(".", 2, 2).seconds(70);
        old.numbers(900, 4_900).opened();
        Conversation accepted =
                old.a(".", 1, 1, 100).b(".", 1, 101).b(".", 1, 101, 101).a(".", 101, 102);
        // A's FIN of the first incarnation has the numbers 1001 and 5002: relative to 900 and 4900, 101 and 102.
        accepted.seconds(1).a("F.", 101, 102);
        finds(accepted, tuple(FindingKind.OLD_FIN_ACCEPTED, POSSIBLE));
    }

    @Test
    void oldSegmentsOutsideTheWindowAreHarmless() {
        Conversation old = opened().b("F.", 1, 1).a("F.", 1, 2).b(".", 2, 2).seconds(70);
        old.numbers(900_000, 4_900_000).opened().numbers(1_000, 5_000).a("F.", 1, 2);
        finds(old, tuple(FindingKind.OLD_SEGMENT_REJECTED, PROVEN));
    }

    @Test
    void challengeAcks() {
        Conversation syn = opened().seconds(1)
                .numbers(77_000, 5_000)
                .a("S", 0, 0)
                .numbers(1_000, 5_000)
                .b(".", 1, 1);
        finds(syn, tuple(FindingKind.CHALLENGE_ACK, PROVEN));
        finds(
                opened().a("R", 300, 0).b(".", 1, 1).seconds(1).a(".", 1, 1, 4).b(".", 1, 5),
                tuple(FindingKind.RST_INEXACT, PROVEN),
                tuple(FindingKind.CHALLENGE_ACK, PROVEN),
                tuple(FindingKind.RST_REFUTED, POSSIBLE),
                tuple(FindingKind.RST_WITHOUT_EFFECT, PROVEN));
        // A duplicate ACK without a trigger is none.
        finds(opened().b(".", 1, 1));
    }

    @Test
    void halfOpenIsHealed() {
        Conversation again = opened().seconds(1)
                .numbers(77_000, 5_000)
                .a("S", 0, 0)
                .numbers(1_000, 5_000)
                .b(".", 1, 1);
        again.a("R", 1, 0).seconds(1).numbers(77_000, 9_000).opened();

        assertThat(again.result().findings())
                .extracting(Finding::situation)
                .contains(FindingKind.CHALLENGE_ACK)
                .doesNotContain(FindingKind.SYN_ACCEPTED_IN_TIME_WAIT);
        assertThat(again.result().incarnations()).hasSize(2);
    }

    @Test
    void resets() {
        finds(
                opened().a("F.", 1, 1).b(".", 1, 2).b(".", 1, 2, 9).a("R", 2, 0),
                tuple(FindingKind.RESET_AFTER_FIN, PROVEN));
        finds(opened().a(".", 1, 1, 9).b(".", 1, 10).b("R.", 1, 10), tuple(FindingKind.ABORTED, PROVEN));
        finds(opened().a(".", 1, 1, 9).b("R", 1, 0), tuple(FindingKind.HALF_OPEN_RESET, POSSIBLE));
        finds(new Conversation().a("S", 0, 0).b("R.", -5_000, 1), tuple(FindingKind.REFUSED, PROVEN));
    }

    @Test
    void finThatFindsNoConnection() {
        Conversation expired =
                opened().takenAt(Tap.AT_B).a("F.", 1, 1).b(".", 1, 2).seconds(65);
        finds(
                expired.b("F.", 1, 2).a("R", 2, 0),
                tuple(FindingKind.FIN_WAIT_2_EXPIRED, PROVEN),
                tuple(FindingKind.HALF_CLOSED, PROVEN));
        finds(
                opened().closedByA().seconds(1).b("F.", 1, 2).a("R", 2, 0),
                tuple(FindingKind.TIME_WAIT_TOO_SHORT, PROVEN),
                tuple(FindingKind.FIN_REPEATED, PROVEN));
    }

    @Test
    void ackLoops() {
        Conversation loop = opened();
        for (int i = 0; i < 8; i++) {
            loop.a(".", 1, 1).b(".", 1, 1);
        }
        finds(loop, tuple(FindingKind.ACK_LOOP, PROVEN));
        Conversation probes = opened();
        for (int i = 0; i < 8; i++) {
            probes.seconds(5).a(".", 0, 1).b(".", 1, 1);
        }
        finds(probes);
    }

    @Test
    void textBehindTheFin() {
        finds(opened().a("F.", 1, 1).b(".", 1, 2).a(".", 2, 1, 5), tuple(FindingKind.DATA_AFTER_FIN, PROVEN));
        // A retransmission in other pieces that ends with the same FIN is in order.
        finds(
                opened().a(".", 1, 1, 5).a("F.", 6, 1).seconds(1).a("F.", 1, 1, 5),
                tuple(FindingKind.FIN_REPEATED, PROVEN),
                tuple(FindingKind.FIN_UNACKNOWLEDGED, POSSIBLE));
    }

    @Test
    void aFinInClosingIsNeverAcknowledged() {
        Conversation closing = opened().a("F.", 1, 1).b("F.", 1, 1).a(".", 2, 2).seconds(1);
        finds(
                closing.a("F.", 1, 2).seconds(2).a("F.", 1, 2),
                tuple(FindingKind.SIMULTANEOUS_CLOSE, PROVEN),
                tuple(FindingKind.FIN_REPEATED, PROVEN),
                tuple(FindingKind.FIN_UNACKNOWLEDGED_IN_CLOSING, POSSIBLE));
    }

    @Test
    void anRstSaysWhoAcceptsIt() {
        assertThat(opened().a("R", 1, 0).result().findings().get(0).sentence())
                .endsWith("It has the number that the peer expects: RFC 793 §3.4 and RFC 5961 §3 both accept it.");
        Conversation inexact = opened().a("R", 300, 0);
        finds(inexact, tuple(FindingKind.RST_INEXACT, PROVEN));
        assertThat(inexact.result().findings().get(0).sentence())
                .contains("299 beyond the last ACK and in the window: RFC 793 §3.4 accepts it, RFC 5961 §3 answers by a"
                        + " challenge ACK");
        assertThat(opened().a("R", -700, 0).result().findings().get(0).sentence())
                .endsWith("Its number is outside the window: RFC 793 §3.4 and RFC 5961 §3 both drop it.");
    }

    /** Memory is bounded in a connection whose ends challenge each other for ever. */
    @Test
    void whatRepeatsItselfIsCountedAndTheFirstAndTheLastAreKept() {
        Conversation challenged = opened();
        for (int i = 0; i < 50; i++) {
            challenged.a("R", 300, 0).b(".", 1, 1).seconds(1);
        }

        Result result = challenged.result();

        assertThat(result.findings())
                .filteredOn(finding -> finding.situation() == FindingKind.CHALLENGE_ACK)
                .hasSize(4)
                .extracting(Finding::packet)
                .startsWith(5L)
                .endsWith(103L);
        assertThat(result.omitted()).containsEntry(FindingKind.CHALLENGE_ACK, 46);
    }
}
