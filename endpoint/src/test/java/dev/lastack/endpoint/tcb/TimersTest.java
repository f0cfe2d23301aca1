package dev.lastack.endpoint.tcb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.UserError;
import dev.lastack.endpoint.Wire;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** RFC 6298, RFC 9293 §3.8: retransmission, giving up, zero windows, keep-alive, quiet time. */
class TimersTest {

    private static final String DATA = "<SEQ=101><ACK=301><CTL=ACK><DATA=5>";

    /** RFC 6298 §5.4 to §5.6: the oldest segment again, at doubling gaps. */
    @Test
    void retransmissionBacksOff() {
        Wire a = Wire.closed();
        assertThat(a.open()).containsExactly("<SEQ=100><CTL=SYN>");
        assertThat(a.pass(999)).isEmpty();
        assertThat(a.pass(1)).containsExactly("<SEQ=100><CTL=SYN>");
        assertThat(a.pass(1_999)).isEmpty();
        assertThat(a.pass(1)).containsExactly("<SEQ=100><CTL=SYN>");
        assertThat(a.pass(3_999)).isEmpty();
        assertThat(a.pass(1)).containsExactly("<SEQ=100><CTL=SYN>");
    }

    /** An instant before the last is taken for the last: no timer fires early, and none is set back. */
    @Test
    void clockThatGoesBackStandsStill() {
        Wire a = Wire.closed();
        a.pass(5_000);
        a.open();
        assertThat(a.pass(-4_000)).isEmpty();
        assertThat(a.endpoint.deadline()).isEqualTo(OptionalLong.of(6_000_000));
        assertThat(a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        a.send(5);
        assertThat(a.endpoint.deadline()).isEqualTo(OptionalLong.of(6_000_000));
        assertThat(a.pass(4_999)).isEmpty();
        assertThat(a.pass(1)).containsExactly(DATA);
    }

    /** RFC 6298 §2.2 and §2.3: the gap follows the measured round trips, but not below the floor. */
    @Test
    void gapFollowsMeasuredRoundTrips() {
        Wire a = Wire.closed().established();
        a.send(5);
        a.pass(900);
        a.arrive("<SEQ=301><ACK=106><CTL=ACK>");
        a.send(5);
        // The handshake took no time: SRTT = 900/8, RTTVAR = 900/4, RTO = 112.5 + 4*225.
        assertThat(a.endpoint.deadline()).isEqualTo(OptionalLong.of(900_000 + 112_500 + 900_000));
    }

    /** RFC 6298 §5.3: an ACK of part starts the timer again, of all stops it. */
    @Test
    void ackRestartsTheTimer() {
        Wire a = Wire.closed().established();
        a.send(5);
        a.send(5);
        a.pass(600);
        a.arrive("<SEQ=301><ACK=106><CTL=ACK>");
        assertThat(a.pass(600)).isEmpty();
        assertThat(a.endpoint.deadline()).isPresent();
        a.arrive("<SEQ=301><ACK=111><CTL=ACK>");
        assertThat(a.endpoint.deadline()).isEmpty();
    }

    /** RFC 9293 §3.8.3: R2 retransmissions, then the user is told and nothing is sent. */
    @Test
    void givesUpAtR2() {
        Wire a = Wire.with("retransmissions", "2").established();
        assertThat(a.send(5)).containsExactly(DATA);
        assertThat(a.pass(1_000)).containsExactly(DATA);
        assertThat(a.pass(2_000)).containsExactly(DATA);
        assertThat(a.pass(4_000)).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
        assertThat(a.signals()).containsExactly(UserSignal.ABORTED);
    }

    /** RFC 9293 §3.10.8: the FIN is sent again, with its number, until it is acknowledged. */
    @Test
    void lastAckRetransmitsItsFin() {
        Wire b = Wire.closed().in(TcpState.LAST_ACK);
        assertThat(b.pass(1_000)).containsExactly("<SEQ=101><ACK=302><CTL=FIN,ACK>");
        assertThat(b.pass(2_000)).containsExactly("<SEQ=101><ACK=302><CTL=FIN,ACK>");
        b.arrive("<SEQ=302><ACK=102><CTL=ACK>");
        assertThat(b.state()).isEqualTo(TcpState.CLOSED);
        assertThat(b.endpoint.deadline()).isEmpty();
    }

    /** RFC 9293 §3.8.6.2.1 (MUST-38): at the override timeout min(D,U) is sent, all that the small window takes. */
    @Test
    void overrideTimeoutSendsWhatTheWindowTakes() {
        Wire a = Wire.closed().established();
        a.arrive("<SEQ=301><ACK=101><WND=300><CTL=ACK>");
        assertThat(a.send(400))
                .as("300 octets are neither all nor half of 1000")
                .isEmpty();
        assertThat(a.passToDeadline()).containsExactly("<SEQ=101><ACK=301><CTL=ACK><DATA=300>");
        assertThat(a.arrive("<SEQ=301><ACK=401><WND=1000><CTL=ACK>"))
                .containsExactly("<SEQ=401><ACK=301><CTL=ACK><DATA=100>");
    }

    /** RFC 9293 §3.8.6.1 (MUST-36, MUST-37): probes go on as long as they are answered. */
    @Test
    void zeroWindowIsProbed() {
        Wire a = Wire.with("retransmissions", "2").established();
        a.arrive("<SEQ=301><ACK=101><WND=0><CTL=ACK>");
        assertThat(a.send(5)).isEmpty();
        String probe = "<SEQ=101><ACK=301><CTL=ACK><DATA=1>";
        assertThat(a.passToDeadline()).containsExactly(probe);
        for (int i = 0; i < 20; i++) {
            assertThat(a.arrive("<SEQ=301><ACK=101><WND=0><CTL=ACK>")).isEmpty();
            assertThat(a.passToDeadline()).containsExactly(probe);
        }
        assertThat(a.arrive("<SEQ=301><ACK=102><WND=1000><CTL=ACK>"))
                .containsExactly("<SEQ=102><ACK=301><CTL=ACK><DATA=4>");
    }

    /** RFC 9293 §3.8.6.2.2: a reader who makes room opens the window again. */
    @Test
    void readingOpensTheWindow() {
        EndpointConfig.Buffers tiny = new EndpointConfig.Buffers(1460, 100, 4, EndpointConfig.UserReads.BY_RECEIVE);
        Wire a = new Wire(EndpointConfig.rfc9293().with(tiny)).established();
        a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=4>");
        assertThat(a.receive(1)).as("less than half the buffer").isEmpty();
        assertThat(a.receive(3)).containsExactly("<SEQ=101><ACK=305><CTL=ACK>");
    }

    /** RFC 9293 §3.8.4: probes after idleness; one unanswered probe does not end the connection. */
    @Test
    void keepAlive() {
        Wire a = Wire.with("keep-alive", "2h").established();
        assertThat(a.pass(7_200_000)).containsExactly("<SEQ=100><ACK=301><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
        a.arrive("<SEQ=301><ACK=101><CTL=ACK>");
        assertThat(a.pass(7_199_999)).isEmpty();
        assertThat(a.pass(1)).hasSize(1);
        assertThat(a.pass(10 * 7_200_000)).hasSize(8);
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
        assertThat(a.signals()).containsExactly(UserSignal.ABORTED);
    }

    /** RFC 9293 §3.4.3: after a crash neither numbers nor answers until the quiet time is over. */
    @Test
    void quietTime() {
        Wire a = new Wire(EndpointConfig.rfc9293(Map.of("quiet-time", "120s"))).established();
        a.endpoint.crash(0);
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK>")).isEmpty();
        assertThat(a.open()).isEmpty();
        assertThat(a.error()).contains(UserError.INSUFFICIENT_RESOURCES);
        a.pass(120_000);
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK>")).containsExactly("<SEQ=101><CTL=RST>");
        assertThat(a.open()).hasSize(1);
    }
}
