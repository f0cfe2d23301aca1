package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.Timestamping;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.AckCheck;
import dev.lastack.scenario.knobs.EndpointKnobs.ClosingFin;
import dev.lastack.scenario.knobs.EndpointKnobs.GiveUp;
import dev.lastack.scenario.knobs.EndpointKnobs.RstCheck;
import dev.lastack.scenario.knobs.EndpointKnobs.RstRule;
import dev.lastack.scenario.knobs.EndpointKnobs.SynAgain;
import dev.lastack.scenario.knobs.EndpointKnobs.SynCheck;
import dev.lastack.tcp.TcpState;

/**
 * The decisions of RFC 9293 that an endpoint carries out: each method answers one question of the text from the
 * connection's variables and the segment, and changes nothing. A stack that decides otherwise overrides a method.
 */
public class TcpRules {

    /** What an RST does. */
    public enum OnReset {
        IGNORE,
        CHALLENGE,
        ACT
    }

    /** Where SEG.ACK lies. */
    public enum AckRange {
        /** SND.UNA &lt; SEG.ACK ≤ SND.NXT. */
        NEW,
        /** SEG.ACK ≤ SND.UNA. */
        DUPLICATE,
        /** SEG.ACK &gt; SND.NXT. */
        UNSENT
    }

    private final EndpointConfig config;
    private final SequenceNumbers numbers;

    public TcpRules(EndpointConfig config) {
        this.config = config;
        this.numbers = config.numbers();
    }

    protected final EndpointKnobs knobs() {
        return config.knobs();
    }

    protected final SequenceNumbers numbers() {
        return numbers;
    }

    /** RFC 9293 §3.10.7.1 and §3.10.7.2: an RST is never answered by an RST. */
    public boolean mayBeAnsweredByReset(Segment segment) {
        return !segment.rst();
    }

    /** RFC 9293 §3.10.7.1: whatever comes to CLOSED is answered, unless the knob closed.rst says otherwise. */
    public boolean answersWithoutConnection(Segment segment) {
        return switch (knobs().rst().closed()) {
            case ALWAYS -> true;
            case UNLESS_BARE_ACK -> segment.syn() || segment.fin() || segment.payload().length > 0;
            case UNLESS_SYN -> !segment.syn();
            case NEVER -> false;
        };
    }

    /** RFC 9293 §3.10.7.1: the RST takes the number that the segment acknowledged, 0 if it acknowledged none. */
    public long resetSeq(Segment segment) {
        return segment.hasAck() ? segment.ack() : 0;
    }

    /** RFC 9293 §3.10.7.3, first check: SEG.ACK is beyond ISS and not beyond SND.NXT. */
    public boolean acknowledgesSyn(Tcb tcb, Segment segment) {
        return numbers.inRange(segment.ack(), tcb.iss(), tcb.sndNxt());
    }

    /** RFC 9293 §3.10.7.3, fourth check: a SYN completes the opening if the own SYN is acknowledged by then. */
    public TcpState afterSynInSynSent(boolean synAcknowledged) {
        return synAcknowledged ? TcpState.ESTABLISHED : TcpState.SYN_RECEIVED;
    }

    /**
     * RFC 9293 §3.10.7.4, first check, table 6. The fourth check adds, as in RFC 793 §3.9, that a SYN outside the window
     * does not pass this one and is acknowledged: text behind it that lies in the window does not help it.
     */
    public boolean acceptable(Tcb tcb, Segment segment) {
        long window = tcb.rcvWnd();
        if (segment.syn() && !segment.rst()) {
            return numbers.inWindow(segment.seq(), tcb.rcvNxt(), window);
        }
        if (segment.length() == 0) {
            return window == 0 ? segment.seq() == tcb.rcvNxt() : numbers.inWindow(segment.seq(), tcb.rcvNxt(), window);
        }
        long last = numbers.plus(segment.seq(), segment.length() - 1);
        return numbers.inWindow(segment.seq(), tcb.rcvNxt(), window) || numbers.inWindow(last, tcb.rcvNxt(), window);
    }

    /** RFC 9293 §3.10.7.4, first check: an unacceptable segment is acknowledged unless it is an RST. */
    public boolean acknowledgesUnacceptable(Tcb tcb, Segment segment) {
        return !segment.rst();
    }

    /** RFC 7323 §5.3 R1: a timestamp older than TS.Recent marks an old duplicate; RST is exempt. */
    public boolean pawsRejects(Tcb tcb, Segment segment) {
        return tcb.timestamps()
                && !segment.rst()
                && segment.timestamps().isPresent()
                && Timestamping.older(segment.timestamps().get().value(), tcb.tsRecent());
    }

    /** RFC 9293 §3.10.7.4, second check; RFC 5961 §3 where the knob says exact. Called for acceptable segments. */
    public OnReset onReset(Tcb tcb, Segment segment) {
        return switch (rstRule(tcb.state())) {
            case IGNORE -> OnReset.IGNORE;
            case ANY, IN_WINDOW -> OnReset.ACT;
            case EXACT -> segment.seq() == tcb.rcvNxt() ? OnReset.ACT : OnReset.CHALLENGE;
            case AS_ELSEWHERE -> throw new AssertionError("rstRule resolves it");
        };
    }

    private RstRule rstRule(TcpState state) {
        RstRule own = state == TcpState.TIME_WAIT
                ? knobs().timeWait().rst()
                : state == TcpState.FIN_WAIT_2 ? knobs().finWait2().rst() : RstRule.AS_ELSEWHERE;
        if (own != RstRule.AS_ELSEWHERE) {
            return own;
        }
        return switch (knobs().rst().check()) {
            case ANY -> RstRule.ANY;
            case IN_WINDOW -> RstRule.IN_WINDOW;
            case EXACT -> RstRule.EXACT;
        };
    }

    /** Whether an RST outside the window is acted on: uIP compares no number of an RST. */
    public boolean takesResetAnywhere(Tcb tcb) {
        return rstRule(tcb.state()) == RstRule.ANY;
    }

    /** RFC 9293 §3.10.7.4, second check: a passive opening goes back to LISTEN, anything else is gone. */
    public TcpState afterReset(Tcb tcb) {
        return tcb.state() == TcpState.SYN_RECEIVED && tcb.passive() ? TcpState.LISTEN : TcpState.CLOSED;
    }

    /** RFC 9293 §3.10.7.4, fourth check: a SYN takes a passive opening back to LISTEN. */
    public boolean synReturnsToListen(Tcb tcb) {
        return tcb.state() == TcpState.SYN_RECEIVED && tcb.passive();
    }

    /** RFC 9293 §3.10.7.4, fourth check: with RFC 5961 §4 a SYN resets no connection; in RFC 793 it does. */
    public boolean synResets(Tcb tcb, Segment segment) {
        return switch (knobs().rst().syn()) {
            case AS_RST_CHECK -> knobs().rst().check() != RstCheck.EXACT;
            case RESET, RESET_BY_OWN_NUMBERS -> true;
            case CHALLENGE, DROP -> false;
        };
    }

    /** Whether the RST for a SYN in the window bears the connection's numbers, not the SYN's: FreeBSD's tcp_drop. */
    public boolean resetsSynByOwnNumbers() {
        return knobs().rst().syn() == SynCheck.RESET_BY_OWN_NUMBERS;
    }

    /** Whether a SYN is dropped before all checks: FreeRTOS does so where it comes without ACK to an open connection. */
    public boolean dropsSyn(Tcb tcb, Segment segment) {
        return knobs().rst().syn() == SynCheck.DROP
                && segment.syn()
                && !segment.hasAck()
                && !segment.rst()
                && tcb.state() != TcpState.SYN_RECEIVED;
    }

    /** Whether a FIN that comes again is answered by the own one: FreeBSD's tcp_output in CLOSING. */
    public boolean answersFinByFin(Tcb tcb, Segment segment) {
        return tcb.state() == TcpState.CLOSING
                && segment.fin()
                && tcb.finSeq() != Tcb.NONE
                && knobs().closing().fin() == ClosingFin.SEND_OWN_AGAIN;
    }

    /** RFC 5961 §5.2: SND.UNA - MAX.SND.WND ≤ SEG.ACK ≤ SND.NXT (MAY-12). */
    public boolean ackInRange(Tcb tcb, Segment segment) {
        if (knobs().reception().ackCheck() == AckCheck.RFC9293) {
            return true;
        }
        long oldest = numbers.of(tcb.sndUna() - tcb.maxSndWnd());
        return numbers.distance(oldest, segment.ack()) <= numbers.distance(oldest, tcb.sndNxt());
    }

    /** RFC 9293 §3.10.7.4, fifth check, SYN-RECEIVED: SND.UNA &lt; SEG.ACK ≤ SND.NXT. */
    public boolean establishes(Tcb tcb, Segment segment) {
        return ackRange(tcb, segment) == AckRange.NEW;
    }

    /** RFC 9293 §3.10.7.4, fifth check, ESTABLISHED; "duplicate" as RFC 1122 §4.2.2.20(g) corrects it. */
    public AckRange ackRange(Tcb tcb, Segment segment) {
        if (numbers.inRange(segment.ack(), tcb.sndUna(), tcb.sndNxt())) {
            return AckRange.NEW;
        }
        // Half the space away a number is before and after SND.UNA at once; an answer does no harm, silence might.
        return numbers.less(tcb.sndNxt(), segment.ack()) ? AckRange.UNSENT : AckRange.DUPLICATE;
    }

    /** RFC 9293 §3.10.7.4, fifth check: an older segment must not update the send window. */
    public boolean updatesWindow(Tcb tcb, Segment segment) {
        return numbers.less(tcb.sndWl1(), segment.seq())
                || (tcb.sndWl1() == segment.seq() && numbers.lessOrEqual(tcb.sndWl2(), segment.ack()));
    }

    /** The own FIN was sent and SND.UNA is beyond it. */
    public boolean ownFinAcknowledged(Tcb tcb) {
        return tcb.finSeq() != Tcb.NONE && numbers.less(tcb.finSeq(), tcb.sndUna());
    }

    /** RFC 9293 §3.10.7.4, fifth check: where the ACK of the own FIN leads. */
    public TcpState afterOwnFinAcknowledged(TcpState state) {
        return switch (state) {
            case FIN_WAIT_1 -> TcpState.FIN_WAIT_2;
            case CLOSING -> TcpState.TIME_WAIT;
            case LAST_ACK -> TcpState.CLOSED;
            default -> state;
        };
    }

    /** RFC 9293 §3.10.7.4, first check: the rest assumes a segment that begins at or before RCV.NXT. */
    public boolean inOrder(Tcb tcb, long seq) {
        return numbers.lessOrEqual(seq, tcb.rcvNxt());
    }

    /** RFC 9293 §3.10.7.4, seventh check: states in which text is taken. */
    public boolean takesText(Tcb tcb) {
        return switch (tcb.state()) {
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> true;
            default -> false;
        };
    }

    /** RFC 9293 §3.10.7.4, eighth check: RCV.NXT advances over the FIN. */
    public long afterFinReceived(long rcvNxt) {
        return numbers.plus(rcvNxt, 1);
    }

    /** RFC 9293 §3.10.7.4, eighth check: where the peer's FIN leads. */
    public TcpState afterPeerFin(TcpState state) {
        return switch (state) {
            case SYN_RECEIVED, ESTABLISHED -> TcpState.CLOSE_WAIT;
            case FIN_WAIT_1 -> TcpState.CLOSING;
            case FIN_WAIT_2 -> TcpState.TIME_WAIT;
            default -> state;
        };
    }

    /** RFC 9293 §3.10.4 with RFC 1122 §4.2.2.20(a): where CLOSE leads. */
    public TcpState afterClose(TcpState state) {
        return switch (state) {
            case SYN_RECEIVED, ESTABLISHED -> TcpState.FIN_WAIT_1;
            case CLOSE_WAIT -> TcpState.LAST_ACK;
            default -> state;
        };
    }

    /** RFC 9293 §3.10.4: CLOSE sends its FIN behind everything that SEND has queued. */
    public boolean finMayBeSent(Tcb tcb, int octetsQueued) {
        return octetsQueued == 0;
    }

    /**
     * RFC 9293 §3.6.1 (SHLD-3), RFC 1122 §4.2.2.13: whether a CLOSE of both directions that leaves octets unread resets the
     * connection. In TIME-WAIT everything is over, and what was received can still be read.
     */
    public boolean closeResets(Tcb tcb, int octetsUnread) {
        return octetsUnread > 0 && tcb.state() != TcpState.TIME_WAIT;
    }

    /** RFC 9293 §3.6.1 (SHLD-3): whether text that arrives after a CLOSE of both directions resets the connection. */
    public boolean textFindsNobody(Tcb tcb) {
        return tcb.orphan();
    }

    /** RFC 9293 §3.10.5: states in which ABORT tells the peer. */
    public boolean abortSendsReset(Tcb tcb) {
        return switch (tcb.state()) {
            case SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT -> true;
            default -> false;
        };
    }

    /**
     * RFC 9293 §3.8.6.3: an acknowledgment may wait, but not that of every second segment with text (SHLD-19).
     *
     * @param waits one does already
     */
    public boolean delaysAck(Tcb tcb, boolean text, boolean waits) {
        return knobs().reception().ackDelay() != EndpointKnobs.OFF && !(text && waits);
    }

    /** RFC 9293 §3.8.4: probes are for an idle connection that is open, in one direction at least. */
    public boolean keepsAlive(Tcb tcb) {
        return switch (tcb.state()) {
            case ESTABLISHED, FIN_WAIT_2, CLOSE_WAIT -> !tcb.outstanding();
            default -> false;
        };
    }

    /** RFC 9293 §3.10.8, retransmission timeout: the oldest unacknowledged segment is sent again. */
    public boolean retransmits(Tcb tcb) {
        return true;
    }

    /** RFC 9293 §3.8.3: R2 retransmissions were not answered. */
    public boolean givesUp(Tcb tcb) {
        return tcb.retransmissions() >= knobs().retransmission().limit();
    }

    /** Whether the peer is told that R2 was reached; in SYN-SENT there is no RCV.NXT to tell it with. */
    public boolean resetsOnGivingUp(Tcb tcb) {
        return knobs().retransmission().giveUp() == GiveUp.RESET && tcb.state() != TcpState.SYN_SENT;
    }

    /** Whether the SYN is sent again at once after an RST in SYN-SENT: Linux, tcp_rcv_synsent_state_process. */
    public boolean sendsSynAgainAtOnce(Tcb tcb) {
        return knobs().retransmission().synAgain() == SynAgain.AT_ONCE && tcb.retransmissions() == 0 && !givesUp(tcb);
    }

    /** The number with which a segment first sent as {@code seq} is sent again: the same. */
    public long retransmissionSeq(Tcb tcb, long seq) {
        return seq;
    }

    /** An ISS as the source chose it, or one beyond {@code sndNxt} in TIME-WAIT, RFC 9293 §3.6.1 (MAY-2). */
    public long initialSequenceNumber(long chosen) {
        return chosen;
    }

    /** How long CLOSING lasts at most, microseconds, or {@link EndpointConfig#NEVER} as in RFC 9293. */
    public long closingTimeout() {
        return config.micros(knobs().closing().timeout());
    }

    /** How long LAST-ACK lasts at most, microseconds, or {@link EndpointConfig#NEVER} as in RFC 9293. */
    public long lastAckTimeout() {
        return config.micros(knobs().closing().lastAckTimeout());
    }

    /** RFC 9293 §3.4.1: the length of TIME-WAIT, microseconds; 0 skips the state. */
    public long timeWait() {
        return knobs().timeWait().length() == 0
                ? 0
                : config.micros(knobs().timeWait().length()) + config.timeWaitGrace();
    }
}
