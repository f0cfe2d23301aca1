package dev.lastack.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.tcp.TcpState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TIME-WAIT: RFC 9293 §3.6.1, RFC 1337, RFC 6191, and what stacks decide differently. SND.NXT is 102, RCV.NXT 302. */
class TimeWaitTest {

    private static final String FIN_AGAIN = "<SEQ=301><ACK=102><CTL=FIN,ACK>";
    private static final String LATER_FIN = "<SEQ=303><ACK=102><CTL=FIN,ACK>";
    private static final String OLD_TEXT = "<SEQ=290><ACK=102><CTL=ACK><DATA=3>";
    private static final String BARE_ACK = "<SEQ=302><ACK=102><CTL=ACK>";

    /** Which arrival half-way through starts the 2MSL timer again. */
    @ParameterizedTest
    @CsvSource({
        "never,            false, false, false, false",
        "on-fin,           true,  false, false, false",
        "on-any-fin,       true,  true,  false, false",
        "on-out-of-window, true,  false, true,  false",
        "on-answer,        true,  true,  true,  false",
    })
    void restart(String knob, boolean finAgain, boolean laterFin, boolean oldText, boolean bareAck) {
        assertThat(outlives(knob, FIN_AGAIN)).isEqualTo(finAgain);
        assertThat(outlives(knob, LATER_FIN)).isEqualTo(laterFin);
        assertThat(outlives(knob, OLD_TEXT)).isEqualTo(oldText);
        assertThat(outlives(knob, BARE_ACK)).isEqualTo(bareAck);
    }

    private static boolean outlives(String knob, String segment) {
        Wire a = Wire.with("time-wait.restart", knob).in(TcpState.TIME_WAIT);
        a.pass(120_000);
        a.arrive(segment);
        a.pass(120_000);
        return a.state() == TcpState.TIME_WAIT;
    }

    /** RFC 1337 §3 F1 against the literal text, RFC 5961 and RFC 793. */
    @ParameterizedTest
    @CsvSource({
        "ignore, false, false",
        "exact, true, false",
        "in-window, true, true",
        "as-elsewhere, true, false",
    })
    void reset(String knob, boolean exactEnds, boolean inWindowEnds) {
        assertThat(ends(knob, "<SEQ=302><CTL=RST>")).isEqualTo(exactEnds);
        assertThat(ends(knob, "<SEQ=303><CTL=RST>")).isEqualTo(inWindowEnds);
        assertThat(ends(knob, "<SEQ=301><CTL=RST>")).isFalse();
    }

    private static boolean ends(String knob, String segment) {
        Wire a = Wire.with("time-wait.rst", knob).in(TcpState.TIME_WAIT);
        a.arrive(segment);
        return a.state() == TcpState.CLOSED;
    }

    /** RFC 9293 §3.10.7.4, fifth check, read literally, answers every ACK. */
    @Test
    void bareAck() {
        assertThat(Wire.closed().in(TcpState.TIME_WAIT).arrive(BARE_ACK)).isEmpty();
        for (String withText : new String[] {"", "<DATA=3>"}) {
            assertThat(Wire.with("time-wait.bare-ack", "answer")
                            .in(TcpState.TIME_WAIT)
                            .arrive(BARE_ACK + withText))
                    .containsExactly("<SEQ=102><ACK=302><CTL=ACK>");
        }
    }

    /** RFC 9293 §3.6.1 (MAY-2) and its relatives: what a SYN does; the window ends at 65837. */
    @ParameterizedTest
    @CsvSource({
        "challenge, 400, TIME-WAIT, 1",
        "drop, 400, TIME-WAIT, 0",
        "reset, 400, TIME-WAIT, 1",
        "reopen-if-newer-seq, 302, TIME-WAIT, 1",
        "reopen-if-newer-seq, 303, SYN-RECEIVED, 1",
        "reopen-beyond-window, 303, TIME-WAIT, 1",
        "reopen-beyond-window, 65837, SYN-RECEIVED, 1",
        "reopen-if-newer-timestamp, 302, SYN-RECEIVED, 1",
        "reopen-if-newer-timestamp, 301, TIME-WAIT, 0",
    })
    void syn(String knob, long seq, String state, int answers) {
        Wire a = Wire.with("time-wait.syn", knob).in(TcpState.TIME_WAIT);
        assertThat(a.arrive("<SEQ=" + seq + "><CTL=SYN>")).hasSize(answers);
        assertThat(a.state()).hasToString(state);
    }

    /** RFC 793 §3.9: the fourth check asks for SYN alone, and an RST is an answer too. */
    @Test
    void synAndAckIsResetLikeASyn() {
        Wire a = new Wire(EndpointConfig.rfc9293(Map.of("time-wait.syn", "reset", "time-wait.restart", "on-answer")))
                .in(TcpState.TIME_WAIT);
        a.pass(120_000);
        assertThat(a.arrive("<SEQ=302><ACK=102><CTL=SYN,ACK>")).containsExactly("<SEQ=102><CTL=RST>");
        a.pass(120_000);
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
    }

    /** RFC 793 §3.9, fourth check: a SYN that is not in the window was acknowledged in the first step. */
    @ParameterizedTest
    @CsvSource({"301, ''", "301, <DATA=3>", "65837, ''", "65837, <DATA=3>"})
    void resetSparesASynOutsideTheWindow(long seq, String text) {
        Wire a = Wire.with("time-wait.syn", "reset").in(TcpState.TIME_WAIT);
        assertThat(a.arrive("<SEQ=" + seq + "><CTL=SYN>" + text)).containsExactly("<SEQ=102><ACK=302><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.TIME_WAIT);
    }

    /** RFC 9293 §3.6.1: the new ISS lies beyond the largest number used before. */
    @Test
    void reopeningPassesTheOldNumbers() {
        Wire a = Wire.with("time-wait.syn", "reopen-if-newer-seq").in(TcpState.TIME_WAIT);
        assertThat(a.arrive("<SEQ=900><CTL=SYN>")).containsExactly("<SEQ=102><ACK=901><CTL=SYN,ACK>");
    }

    /** RFC 6191 §2: with timestamps a newer one admits the SYN, an older one drops it silently. */
    @Test
    void reopeningByTimestamp() {
        assertThat(synWithTimestamp(50, 301)).isEqualTo(TcpState.TIME_WAIT);
        assertThat(synWithTimestamp(51, 200)).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(synWithTimestamp(50, 302)).isEqualTo(TcpState.SYN_RECEIVED);
        assertThat(synWithTimestamp(49, 400)).isEqualTo(TcpState.TIME_WAIT);
    }

    private static TcpState synWithTimestamp(long value, long seq) {
        Wire a = new Wire(
                EndpointConfig.rfc9293(Map.of("timestamps", "on", "time-wait.syn", "reopen-if-newer-timestamp")));
        a.open();
        a.arrive("<SEQ=300><ACK=101><CTL=SYN,ACK><TS=50,0>");
        a.close();
        a.arrive("<SEQ=301><ACK=102><CTL=FIN,ACK><TS=50,0>");
        a.arrive("<SEQ=" + seq + "><CTL=SYN><TS=" + value + ",0>");
        return a.state();
    }

    /** An active OPEN may replace the own TIME-WAIT after a while, if the knob says so. */
    @Test
    void reuse() {
        Wire a = new Wire(EndpointConfig.rfc9293(
                        Map.of("time-wait.reuse-after", "1s", "time-wait.reuse-needs", "nothing")))
                .in(TcpState.TIME_WAIT);
        a.open();
        assertThat(a.error()).contains(UserError.CONNECTION_ALREADY_EXISTS);
        a.pass(1_000);
        assertThat(a.open()).containsExactly("<SEQ=102><CTL=SYN>");
    }

    /** A length of 0 skips the state, not the acknowledgment. */
    @Test
    void zeroLengthSkipsTheState() {
        Wire a = Wire.with("time-wait", "0").in(TcpState.FIN_WAIT_2);
        assertThat(a.arrive(FIN_AGAIN)).containsExactly("<SEQ=102><ACK=302><CTL=ACK>");
        assertThat(a.state()).isEqualTo(TcpState.CLOSED);
    }
}
