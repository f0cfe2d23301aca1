package dev.lastack.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 9293 §3.10.7.4 check by check, with RFC 5961 and RFC 7323 where they refine it. */
class SynchronizedArrivalTest {

    /** First check, table 6, with a window of 65535 from 301 on. */
    @ParameterizedTest
    @CsvSource({
        "300, 0, false", "301, 0, true", "65835, 0, true", "65836, 0, false",
        "300, 1, false", "300, 2, true", "65835, 9, true", "65836, 1, false"
    })
    void acceptability(long seq, int text, boolean acceptable) {
        Wire a = Wire.closed().established();
        a.arrive("<SEQ=" + seq + "><ACK=101><CTL=ACK><DATA=" + text + ">");
        boolean refused = a.last.decided().stream().anyMatch(rule -> rule.contains("outside the window"));
        assertThat(refused).isNotEqualTo(acceptable);
    }

    /** First check: outside the window all but an RST is acknowledged. */
    @Test
    void unacceptableSegmentIsAcknowledged() {
        Wire a = Wire.closed().established();
        assertThat(a.arrive("<SEQ=300><ACK=101><CTL=ACK>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.arrive("<SEQ=300><CTL=SYN>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.arrive("<SEQ=300><CTL=RST>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    /** Fifth check, CLOSING: what does not acknowledge the own FIN is ignored, its FIN too; else the eighth check follows. */
    @Test
    void closingIgnoresWhatLeavesItsFinUnacknowledged() {
        Wire a = Wire.closed().in(TcpState.CLOSING);
        assertThat(a.arrive("<SEQ=302><ACK=101><CTL=FIN,ACK>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.CLOSING);
        assertThat(a.arrive("<SEQ=302><ACK=102><CTL=FIN,ACK>")).containsExactly("<SEQ=102><ACK=302><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
    }

    /** First check: a segment that begins before RCV.NXT is trimmed. */
    @Test
    void overlappingTextIsTrimmed() {
        Wire a = Wire.closed().established();
        a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=4>");
        assertThat(a.arrive("<SEQ=303><ACK=101><CTL=ACK><DATA=4>")).containsExactly("<SEQ=101><ACK=307><CTL=ACK>");
        assertThat(a.endpoint.readable()).isEqualTo(6);
    }

    /** First check (SHLD-31): text and FIN beyond RCV.NXT are kept until the gap is filled. */
    @Test
    void laterTextAndFinAreReassembled() {
        Wire a = Wire.closed().established();
        assertThat(a.arrive("<SEQ=305><ACK=101><CTL=FIN,ACK><DATA=2>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=4>")).containsExactly("<SEQ=101><ACK=308><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(a.endpoint.readable()).isEqualTo(6);
    }

    /** Without reassembly the later segment is acknowledged and forgotten. */
    @Test
    void laterTextIsDroppedWithoutReassembly() {
        Wire a = Wire.with("reassembly", "off").established();
        a.arrive("<SEQ=305><ACK=101><CTL=FIN,ACK><DATA=2>");
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=4>")).containsExactly("<SEQ=101><ACK=305><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    /** Second check with RFC 5961 §3.2: only RCV.NXT resets, the rest of the window is challenged. */
    @Test
    void resetMustBeExact() {
        Wire a = Wire.closed().established();
        assertThat(a.arrive("<SEQ=302><CTL=RST>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(a.arrive("<SEQ=301><CTL=RST>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
        assertThat(a.signals()).containsExactly(UserSignal.RESET);
    }

    /** Second check as RFC 793 had it. */
    @Test
    void resetInTheWindow() {
        Wire a = Wire.with("rst-check", "in-window").established();
        a.arrive("<SEQ=65835><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** Second check: in CLOSING and LAST-ACK the text tells nobody; the knob says whether we do. */
    @ParameterizedTest
    @EnumSource(
            value = TcpState.class,
            names = {"CLOSING", "LAST_ACK"})
    void resetWithOctetsOutstanding(TcpState state) {
        assertThat(signalsOfReset("yes", state, 3)).isEmpty();
        assertThat(signalsOfReset("no", state, 3)).containsExactly(UserSignal.RESET);
        assertThat(signalsOfReset("no", state, 0)).as("only the FIN is lost").isEmpty();
    }

    private static List<UserSignal> signalsOfReset(String silent, TcpState state, int octets) {
        Wire a = Wire.with("silent-reset", silent).established();
        a.send(octets);
        if (state == TcpState.CLOSING) {
            a.close();
            a.arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>");
        } else {
            a.arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>");
            a.close();
        }
        assertThat(a.state()).isEqualTo(state);
        a.arrive("<SEQ=302><CTL=RST>");
        return a.signals();
    }

    /** Fourth check with RFC 5961 §4.2: a SYN is challenged in every synchronised state. */
    @ParameterizedTest
    @EnumSource(
            value = TcpState.class,
            names = {"ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2", "CLOSE_WAIT", "CLOSING", "LAST_ACK", "TIME_WAIT"})
    void synIsChallenged(TcpState state) {
        Wire a = Wire.closed().in(state);
        long sndNxt = a.endpoint.tcb().sndNxt();
        long rcvNxt = a.endpoint.tcb().rcvNxt();
        assertThat(a.arrive("<SEQ=400><CTL=SYN>")).containsExactly("<SEQ=" + sndNxt + "><ACK=" + rcvNxt + "><CTL=ACK>");
        assertThat(a.state()).isEqualTo(state);
    }

    /** RFC 5961 §7: ten challenge ACKs in five seconds. */
    @Test
    void challengeAcksAreThrottled() {
        Wire a = Wire.closed().established();
        for (int i = 0; i < 10; i++) {
            assertThat(a.arrive("<SEQ=400><CTL=RST>")).hasSize(1);
        }
        assertThat(a.arrive("<SEQ=400><CTL=RST>")).isEmpty();
        a.pass(5_000);
        assertThat(a.arrive("<SEQ=400><CTL=RST>")).hasSize(1);
    }

    /** Fifth check: without the ACK bit nothing else counts. */
    @Test
    void segmentWithoutAckIsDropped() {
        Wire a = Wire.closed().established();
        assertThat(a.arrive("<SEQ=301><CTL=FIN><DATA=3>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(a.endpoint.readable()).isZero();
    }

    /** Fifth check: an ACK of what was never sent is answered and its text dropped. */
    @Test
    void ackBeyondSndNxtIsAnswered() {
        Wire a = Wire.with("ack-check", "rfc9293").established();
        assertThat(a.arrive("<SEQ=301><ACK=102><CTL=ACK><DATA=3>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.endpoint.readable()).isZero();
    }

    /** RFC 5961 §5.2 (MAY-12): SND.UNA - MAX.SND.WND is the oldest acceptable ACK. */
    @Test
    void ackTooOldIsChallenged() {
        Wire a = Wire.closed().established();
        assertThat(a.arrive("<SEQ=301><ACK=4294966397><CTL=ACK><DATA=3>")).hasSize(1);
        assertThat(a.endpoint.readable()).as("101 - 1000 + 2^32 is the oldest").isEqualTo(3);
        assertThat(a.arrive("<SEQ=304><ACK=4294966396><CTL=ACK><DATA=3>")).hasSize(1);
        assertThat(a.endpoint.readable()).isEqualTo(3);
    }

    /** Fifth check: the window is taken from newer segments only. */
    @Test
    void olderSegmentDoesNotUpdateTheWindow() {
        Wire a = Wire.closed().established();
        a.arrive("<SEQ=304><ACK=101><WND=500><CTL=ACK>");
        assertThat(a.endpoint.tcb().sndWnd()).isEqualTo(500);
        a.arrive("<SEQ=301><ACK=101><WND=900><CTL=ACK>");
        assertThat(a.endpoint.tcb().sndWnd()).isEqualTo(500);
    }

    /** MUST-66: with a closed window RST and ACK of a segment at RCV.NXT still count. */
    @Test
    void zeroWindowStillTakesAckAndReset() {
        EndpointConfig.Buffers tiny = new EndpointConfig.Buffers(1460, 100, 4, EndpointConfig.UserReads.BY_RECEIVE);
        Wire a = new Wire(EndpointConfig.rfc9293().with(tiny)).established();
        a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=4>");
        a.send(2);
        assertThat(a.arrive("<SEQ=305><ACK=103><CTL=ACK><DATA=1>")).containsExactly("<SEQ=103><ACK=305><CTL=ACK>");
        assertThat(a.endpoint.tcb().sndUna()).isEqualTo(103);
        assertThat(a.endpoint.readable()).isEqualTo(4);
        a.arrive("<SEQ=305><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** RFC 7323 §5.3: an older timestamp is refused, the RST excepted. */
    @Test
    void pawsRefusesOlderTimestamps() {
        Wire a = Wire.with("timestamps", "on");
        assertThat(a.open()).containsExactly("<SEQ=100><CTL=SYN><TS=0,0>");
        a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK><TS=50,0>");
        a.pass(700);
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=1><TS=49,0>"))
                .containsExactly("<SEQ=101><ACK=301><CTL=ACK><TS=7,50>");
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=1><TS=51,0>"))
                .containsExactly("<SEQ=101><ACK=302><CTL=ACK><TS=7,51>");
        a.arrive("<SEQ=302><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** RFC 7323 §3.2: an RST carries the option; without the ACK bit TSecr is 0, with it an echo. */
    @Test
    void resetCarriesTimestamps() {
        assertThat(withTimestamps().abort()).containsExactly("<SEQ=101><CTL=RST><TS=7,0>");

        Wire b = Wire.with("timestamps", "on");
        b.listen();
        b.arrive("<SEQ=300><CTL=SYN><TS=50,0>");
        assertThat(b.arrive("<SEQ=301><ACK=100><CTL=ACK><TS=51,0>")).containsExactly("<SEQ=100><CTL=RST><TS=0,0>");
        b.abort();
        assertThat(b.arrive("<SEQ=301><ACK=101><CTL=ACK><TS=51,0>"))
                .as("CLOSED")
                .containsExactly("<SEQ=101><CTL=RST>");

        Wire c = new Wire(EndpointConfig.rfc9293(Map.of("timestamps", "on", "rst-check", "in-window")));
        c.open();
        c.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK><TS=50,0>");
        assertThat(c.arrive("<SEQ=301><CTL=SYN><TS=51,0>")).containsExactly("<SEQ=0><ACK=302><CTL=RST,ACK><TS=0,51>");
    }

    /** RFC 7323 §5.3 R1 exempts the RST from the check, so its timestamp is not to be trusted either. */
    @Test
    void resetDoesNotMoveTsRecent() {
        Wire a = withTimestamps();
        a.close();
        a.arrive("<SEQ=301><ACK=102><CTL=FIN,ACK><TS=50,0>");
        a.arrive("<SEQ=302><CTL=RST><TS=99,0>");
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(a.endpoint.tcb().tsRecent()).isEqualTo(50);
    }

    private static Wire withTimestamps() {
        Wire a = new Wire(EndpointConfig.rfc9293(Map.of("timestamps", "on", "time-wait.rst", "ignore")));
        a.open();
        a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK><TS=50,0>");
        a.pass(700);
        return a;
    }

    /** RFC 7323 §3.2: after negotiation a segment without the option is dropped. */
    @Test
    void missingTimestampIsDropped() {
        Wire a = Wire.with("timestamps", "on");
        a.open();
        a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK><TS=50,0>");
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=1>")).isEmpty();
        assertThat(a.endpoint.readable()).isZero();
    }
}
