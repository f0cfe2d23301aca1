package dev.lastack.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 9293 §3.6 and §3.10.4 to §3.10.7.4: how connections end. */
class ClosingTest {

    private static final long MSL_TWICE = 240_000;

    /** §3.6, figure 12, the end that closes first. */
    @Test
    void normalCloseSequenceActiveEnd() {
        Wire a = Wire.closed().established();
        assertThat(a.close()).containsExactly("<SEQ=101><ACK=301><CTL=FIN,ACK>");
        assertThat(a.state()).isEqualTo(TcpState.FIN_WAIT_1);
        assertThat(a.arrive("<SEQ=301><ACK=102><CTL=ACK>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.FIN_WAIT_2);
        assertThat(a.signals()).containsExactly(UserSignal.CLOSED);
        assertThat(a.arrive("<SEQ=301><ACK=102><CTL=FIN,ACK>")).containsExactly("<SEQ=102><ACK=302><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
        a.pass(MSL_TWICE - 1);
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
        a.pass(1);
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** §3.6, figure 12, the other end. */
    @Test
    void normalCloseSequencePassiveEnd() {
        Wire b = Wire.closed().accepted();
        assertThat(b.arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>")).containsExactly("<SEQ=101><ACK=302><CTL=ACK>");
        assertThat(b.state()).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(b.signals()).containsExactly(UserSignal.CLOSING);
        assertThat(b.close()).containsExactly("<SEQ=101><ACK=302><CTL=FIN,ACK>");
        assertThat(b.state()).isEqualTo(TcpState.LAST_ACK);
        assertThat(b.arrive("<SEQ=302><ACK=102><CTL=ACK>")).isEmpty();
        assertThat(b.state()).isEqualTo(TcpState.CLOSED);
    }

    /** §3.6, figure 13. */
    @Test
    void simultaneousClose() {
        Wire a = Wire.closed().established();
        a.close();
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>")).containsExactly("<SEQ=102><ACK=302><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSING);
        assertThat(a.arrive("<SEQ=302><ACK=102><CTL=ACK>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
    }

    /** §3.10.7.4, eighth check: a FIN that acknowledges ours leads through FIN-WAIT-2 to TIME-WAIT at once. */
    @Test
    void finAndAckInFinWait1EnterTimeWait() {
        Wire a = Wire.closed().established();
        a.close();
        assertThat(a.arrive("<SEQ=301><ACK=102><CTL=FIN,ACK>")).containsExactly("<SEQ=102><ACK=302><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
    }

    /** §3.10.4: the FIN goes behind everything that SEND has queued. */
    @Test
    void finFollowsQueuedText() {
        Wire a = Wire.closed();
        a.open();
        a.arrive("<SEQ=300><ACK=101><WND=4><CTL=SYN,ACK>");
        assertThat(a.send(6)).containsExactly("<SEQ=101><ACK=301><CTL=ACK><DATA=4>");
        assertThat(a.close()).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.FIN_WAIT_1);
        assertThat(a.arrive("<SEQ=301><ACK=105><WND=4><CTL=ACK>"))
                .containsExactly("<SEQ=105><ACK=301><CTL=FIN,ACK><DATA=2>");
    }

    /** §3.10.7.4, first check: the peer's FIN again lies before RCV.NXT and is acknowledged. */
    @ParameterizedTest
    @EnumSource(
            value = TcpState.class,
            names = {"CLOSE_WAIT", "CLOSING", "LAST_ACK", "TIME_WAIT"})
    void retransmittedFinIsAcknowledgedAgain(TcpState state) {
        Wire a = Wire.closed().in(state);
        long sndNxt = a.endpoint.tcb().sndNxt();
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=FIN,ACK>"))
                .containsExactly("<SEQ=" + sndNxt + "><ACK=302><CTL=ACK>");
        assertThat(a.state()).isEqualTo(state);
    }

    /** §3.10.4 and §3.10.2. */
    @ParameterizedTest
    @EnumSource(
            value = TcpState.class,
            names = {"FIN_WAIT_1", "FIN_WAIT_2", "CLOSING", "LAST_ACK", "TIME_WAIT"})
    void closeAndSendAfterCloseAreRefused(TcpState state) {
        Wire a = Wire.closed().in(state);
        assertThat(a.close()).isEmpty();
        assertThat(a.error()).contains(UserError.CONNECTION_CLOSING);
        assertThat(a.send(1)).isEmpty();
        assertThat(a.error()).contains(UserError.CONNECTION_CLOSING);
        assertThat(a.state()).isEqualTo(state);
    }

    /** §3.10.5: states in which ABORT sends an RST. */
    @ParameterizedTest
    @EnumSource(
            value = TcpState.class,
            names = {"ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2", "CLOSE_WAIT"})
    void abortResetsThePeer(TcpState state) {
        Wire a = Wire.closed().in(state);
        long sndNxt = a.endpoint.tcb().sndNxt();
        assertThat(a.abort()).containsExactly("<SEQ=" + sndNxt + "><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** §3.10.5: states in which ABORT deletes the TCB silently. */
    @ParameterizedTest
    @EnumSource(
            value = TcpState.class,
            names = {"CLOSING", "LAST_ACK", "TIME_WAIT"})
    void abortAfterBothFinsIsSilent(TcpState state) {
        Wire a = Wire.closed().in(state);
        assertThat(a.abort()).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** §3.6.1 (MAY-1, SHLD-3): text for a user who is gone is answered by RST. */
    @Test
    void halfDuplexCloseResetsWhenTextArrives() {
        Wire a = new Wire(EndpointConfig.rfc9293().closingHalfDuplex()).established();
        a.close();
        assertThat(a.arrive("<SEQ=301><ACK=102><CTL=ACK><DATA=5>")).containsExactly("<SEQ=102><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** §3.6.1 (MAY-1, SHLD-3): so is CLOSE over unread text. */
    @Test
    void halfDuplexCloseResetsOverUnreadText() {
        Wire a = new Wire(EndpointConfig.rfc9293().closingHalfDuplex()).established();
        a.arrive("<SEQ=301><ACK=101><CTL=ACK><DATA=5>");
        assertThat(a.close()).containsExactly("<SEQ=101><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** MUST-13: TIME-WAIT lasts although its user leaves octets unread; Linux does the same. */
    @Test
    void halfDuplexCloseOverUnreadTextLeavesTimeWait() {
        Wire a = new Wire(EndpointConfig.rfc9293().closingHalfDuplex()).established();
        a.shutdown();
        a.arrive("<SEQ=301><ACK=102><CTL=FIN,ACK><DATA=5>");
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(a.close()).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
    }

    /** §3.6: after CLOSE of the own direction text is received until the peer closes. */
    @Test
    void halfCloseGoesOnReceiving() {
        Wire a = new Wire(EndpointConfig.rfc9293().closingHalfDuplex()).established();
        a.shutdown();
        a.arrive("<SEQ=301><ACK=102><CTL=ACK><DATA=5>");
        a.receive(5);
        assertThat(a.last.received()).hasSize(5);
        assertThat(a.endpoint.endOfStream()).isFalse();
        a.arrive("<SEQ=306><ACK=102><CTL=FIN,ACK>");
        assertThat(a.endpoint.endOfStream()).isTrue();
    }

    /** An orphan does not wait for its peer's FIN for ever; a user who only shut down does. */
    @Test
    void finWait2TimerEndsAnOrphan() {
        Wire orphan = Wire.with("fin-wait-2-timeout", "60s").in(TcpState.FIN_WAIT_2);
        orphan.pass(60_000);
        assertThat(orphan.state()).isEqualTo(TcpState.CLOSED);
        Wire waiting = Wire.with("fin-wait-2-timeout", "60s").established();
        waiting.shutdown();
        waiting.arrive("<SEQ=301><ACK=102><CTL=ACK>");
        waiting.pass(600_000);
        assertThat(waiting.state()).isEqualTo(TcpState.FIN_WAIT_2);
        waiting.close();
        waiting.pass(60_000);
        assertThat(waiting.state()).isEqualTo(TcpState.CLOSED);
    }

    /** §3.10.4: CLOSE in SYN-RECEIVED waits for queued text, else sends FIN at once. */
    @Test
    void closeInSynReceived() {
        Wire b = Wire.closed();
        b.listen();
        b.arrive("<SEQ=300><CTL=SYN>");
        assertThat(b.close()).containsExactly("<SEQ=101><ACK=301><CTL=FIN,ACK>");
        assertThat(b.state()).isEqualTo(TcpState.FIN_WAIT_1);
        Wire queued = Wire.closed();
        queued.listen();
        queued.arrive("<SEQ=300><CTL=SYN>");
        queued.send(2);
        assertThat(queued.close()).isEmpty();
        assertThat(queued.arrive("<SEQ=301><ACK=101><CTL=ACK>"))
                .containsExactly("<SEQ=101><ACK=301><CTL=FIN,ACK><DATA=2>");
        assertThat(queued.state()).isEqualTo(TcpState.FIN_WAIT_1);
    }
}
