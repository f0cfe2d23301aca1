package dev.lastack.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import org.junit.jupiter.api.Test;

/** RFC 9293 §3.5 and §3.10.7.1 to §3.10.7.3: how connections begin, and what is refused before. */
class OpeningTest {

    /** §3.5, figure 6. */
    @Test
    void basicThreeWayHandshake() {
        Wire a = Wire.closed();
        assertThat(a.open()).containsExactly("<SEQ=100><CTL=SYN>");
        assertThat(a.state()).isEqualTo(TcpState.SYN_SENT);
        assertThat(a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(a.signals()).containsExactly(UserSignal.OPENED);
    }

    /** §3.5, figure 6, the other end. */
    @Test
    void passiveOpenReachesEstablishedByTheAckOfItsSyn() {
        Wire b = Wire.closed();
        assertThat(b.listen()).isEmpty();
        assertThat(b.arrive("<SEQ=300><CTL=SYN>")).containsExactly("<SEQ=100><ACK=301><CTL=SYN,ACK>");
        assertThat(b.state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(b.arrive("<SEQ=301><ACK=101><CTL=ACK>")).isEmpty();
        assertThat(b.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    /** §3.5, figure 7: crossed SYNs; the crossed SYN,ACK is outside the window, its ACK establishes. */
    @Test
    void simultaneousOpen() {
        Wire a = Wire.closed();
        a.open();
        assertThat(a.arrive("<SEQ=300><CTL=SYN>")).containsExactly("<SEQ=100><ACK=301><CTL=SYN,ACK>");
        assertThat(a.state()).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=ACK>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    /** §3.5.1, figure 9: an old SYN is answered, the RST that follows returns the listener. */
    @Test
    void recoveryFromAnOldDuplicateSyn() {
        Wire b = Wire.closed();
        b.listen();
        b.arrive("<SEQ=90><CTL=SYN>");
        b.arrive("<SEQ=91><CTL=RST>");
        assertThat(b.state()).isEqualTo(TcpState.LISTEN);
        assertThat(b.signals()).isEmpty();
        assertThat(b.arrive("<SEQ=100><CTL=SYN>")).containsExactly("<SEQ=100><ACK=101><CTL=SYN,ACK>");
    }

    /** §3.10.7.4, second check: an active opening that is reset was refused. */
    @Test
    void resetInSynReceivedAfterActiveOpenRefuses() {
        Wire a = Wire.closed();
        a.open();
        a.arrive("<SEQ=300><CTL=SYN>");
        a.arrive("<SEQ=301><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
        assertThat(a.signals()).containsExactly(UserSignal.REFUSED);
    }

    /** §3.10.7.4, fourth check, with RFC 1122 §4.2.2.20(e). */
    @Test
    void synInTheWindowReturnsAPassiveOpeningToListen() {
        Wire b = Wire.closed();
        b.listen();
        b.arrive("<SEQ=300><CTL=SYN>");
        assertThat(b.arrive("<SEQ=301><CTL=SYN>")).isEmpty();
        assertThat(b.state()).isEqualTo(TcpState.LISTEN);
    }

    /** §3.10.7.4, fifth check: an unacceptable ACK in SYN-RECEIVED elicits an RST, the state stays. */
    @Test
    void unacceptableAckInSynReceivedIsAnsweredByReset() {
        Wire b = Wire.with("ack-check", "rfc9293");
        b.listen();
        b.arrive("<SEQ=300><CTL=SYN>");
        assertThat(b.arrive("<SEQ=301><ACK=150><CTL=ACK>")).containsExactly("<SEQ=150><CTL=RST>");
        assertThat(b.state()).isEqualTo(TcpState.SYN_RECEIVED);
    }

    /** §3.10.7.1. */
    @Test
    void closedAnswersEverythingButResetByReset() {
        Wire a = Wire.closed();
        assertThat(a.arrive("<SEQ=300><ACK=55><CTL=ACK>")).containsExactly("<SEQ=55><CTL=RST>");
        assertThat(a.arrive("<SEQ=300><CTL=SYN><DATA=4>")).containsExactly("<SEQ=0><ACK=305><CTL=RST,ACK>");
        assertThat(a.arrive("<SEQ=300><CTL=RST>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }

    /** §3.10.7.2. */
    @Test
    void listenChecksResetThenAckThenSyn() {
        Wire b = Wire.closed();
        b.listen();
        assertThat(b.arrive("<SEQ=1><ACK=7><CTL=RST,ACK>")).isEmpty();
        assertThat(b.arrive("<SEQ=1><ACK=7><CTL=SYN,ACK>")).containsExactly("<SEQ=7><CTL=RST>");
        assertThat(b.arrive("<SEQ=1><CTL=FIN>")).isEmpty();
        assertThat(b.state()).isEqualTo(TcpState.LISTEN);
    }

    /** Contradictory control bits are decided by the order of the checks. */
    @Test
    void contradictoryControlBitsAreDecidedByTheOrderOfTheChecks() {
        Wire b = Wire.closed();
        assertThat(b.arrive("<SEQ=300><CTL=SYN,RST>")).isEmpty();
        b.listen();
        assertThat(b.arrive("<SEQ=300><CTL=SYN,RST>")).isEmpty();
        assertThat(b.state()).isEqualTo(TcpState.LISTEN);
        assertThat(b.arrive("<SEQ=300><CTL=SYN,FIN>")).containsExactly("<SEQ=100><ACK=301><CTL=SYN,ACK>");
        assertThat(b.state()).isEqualTo(TcpState.SYN_RECEIVED);

        Wire a = Wire.closed().established();
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=SYN,FIN,ACK>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.ESTABLISHED);
        assertThat(a.arrive("<SEQ=301><ACK=101><CTL=SYN,FIN,RST,ACK>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
        assertThat(a.signals()).containsExactly(UserSignal.RESET);
    }

    /** §3.10.7.3, first check. */
    @Test
    void synSentAnswersAnUnacceptableAckByReset() {
        Wire a = Wire.closed();
        a.open();
        assertThat(a.arrive("<SEQ=300><ACK=100><CTL=ACK>")).containsExactly("<SEQ=100><CTL=RST>");
        assertThat(a.arrive("<SEQ=300><ACK=102><CTL=SYN,ACK>")).containsExactly("<SEQ=102><CTL=RST>");
        assertThat(a.arrive("<SEQ=300><ACK=102><CTL=RST,ACK>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.SYN_SENT);
    }

    /** §3.10.7.3, second check: only an RST that acknowledges the SYN counts. */
    @Test
    void synSentIsResetByAnAcceptableResetOnly() {
        Wire a = Wire.closed();
        a.open();
        a.arrive("<SEQ=300><CTL=RST>");
        assertThat(a.state()).isEqualTo(TcpState.SYN_SENT);
        a.arrive("<SEQ=0><ACK=101><CTL=RST,ACK>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
        assertThat(a.signals()).containsExactly(UserSignal.RESET);
    }

    /** §3.10.7.3, fifth check: a bare ACK of the SYN is dropped silently. */
    @Test
    void synSentIgnoresABareAck() {
        Wire a = Wire.closed();
        a.open();
        assertThat(a.arrive("<SEQ=300><ACK=101><CTL=ACK>")).isEmpty();
        assertThat(a.state()).isEqualTo(TcpState.SYN_SENT);
    }

    /** §3.10.7.3, fourth check: text on a SYN,ACK goes on to the seventh check. */
    @Test
    void textOnSynAckIsTaken() {
        Wire a = Wire.closed();
        a.open();
        assertThat(a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK><DATA=2>")).containsExactly("<SEQ=101><ACK=303><CTL=ACK>");
        assertThat(a.endpoint.readable()).isEqualTo(2);
    }

    /** §3.10.7.2, third check: text and FIN on a SYN are "queued for processing later", when ESTABLISHED is reached. */
    @Test
    void textAndFinOnASynWaitForEstablished() {
        Wire b = Wire.closed();
        b.listen();
        assertThat(b.arrive("<SEQ=300><CTL=SYN,FIN><DATA=3>")).containsExactly("<SEQ=100><ACK=301><CTL=SYN,ACK>");
        assertThat(b.endpoint.readable()).isZero();
        assertThat(b.signals()).isEmpty();
        assertThat(b.arrive("<SEQ=305><ACK=101><CTL=ACK>")).containsExactly("<SEQ=101><ACK=305><CTL=ACK>");
        assertThat(b.endpoint.readable()).isEqualTo(3);
        assertThat(b.signals()).containsExactly(UserSignal.OPENED, UserSignal.CLOSING);
        assertThat(b.state()).isEqualTo(TcpState.CLOSE_WAIT);
    }

    /** §3.10.7.3, fourth check, of a SYN that crosses the own, whatever is done with text beyond RCV.NXT. */
    @Test
    void textOnACrossedSynWaitsForEstablished() {
        Wire a = Wire.with("reassembly", "off");
        a.open();
        assertThat(a.arrive("<SEQ=300><CTL=SYN><DATA=3>")).containsExactly("<SEQ=100><ACK=301><CTL=SYN,ACK>");
        assertThat(a.arrive("<SEQ=304><ACK=101><CTL=ACK><DATA=5>")).containsExactly("<SEQ=101><ACK=309><CTL=ACK>");
        assertThat(a.endpoint.readable()).isEqualTo(8);
    }

    /** §3.10.7.4, second check: back in LISTEN, nothing of the connection before is left. */
    @Test
    void textOnASynIsForgottenWithItsConnection() {
        Wire b = Wire.closed();
        b.listen();
        b.arrive("<SEQ=300><CTL=SYN><DATA=3>");
        b.arrive("<SEQ=301><CTL=RST>");
        b.arrive("<SEQ=300><CTL=SYN>");
        assertThat(b.arrive("<SEQ=301><ACK=101><CTL=ACK>")).isEmpty();
        assertThat(b.endpoint.readable()).isZero();
    }

    /** §3.10.7.4, first and fourth check: a SYN sent again lies outside the window, even if its text does not. */
    @Test
    void synWithTextSentAgainIsAcknowledged() {
        Wire b = Wire.closed();
        b.listen();
        b.arrive("<SEQ=300><CTL=SYN><DATA=3>");
        assertThat(b.arrive("<SEQ=300><CTL=SYN><DATA=3>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK>");
        assertThat(b.state()).isEqualTo(TcpState.SYN_RECEIVED);
    }

    /** §3.10.2: what SEND queued before ESTABLISHED goes out with it. */
    @Test
    void sendBeforeEstablishedWaits() {
        Wire a = Wire.closed();
        a.open();
        assertThat(a.send(3)).isEmpty();
        assertThat(a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK>")).containsExactly("<SEQ=101><ACK=301><CTL=ACK><DATA=3>");
    }
}
