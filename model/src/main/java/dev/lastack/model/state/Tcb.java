package dev.lastack.model.state;

import dev.lastack.model.rules.Step;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;

/**
 * One endpoint of the state that a {@link Step} works on: named accessors on its packed words, after RFC 9293 §3.3.1. Only
 * the rules change it; a variant in Java reads what a host knows, and changes {@link OwnFields}.
 * There is a single one per host and generator; it outlives every TCB of the protocol.
 */
public final class Tcb {

    private final Host host;
    private final EndpointKnobs knobs;
    private final int sndWnd;
    private final TcbFields fields;
    private final TimerFields timers;
    private final GhostFields ghosts;
    private final SequenceSpace space;
    private final boolean timestamps;
    private final int lowestIncarnation;
    private final long[] words;
    private final long[] keptBits;
    /** What the field of that name says, which is read more often than all others together. */
    private TcpState state;

    public Tcb(Host host, ResolvedScenario setting, long[] words) {
        this.host = host;
        this.knobs = setting.scenario().endpoint(host);
        this.sndWnd = setting.scenario().endpoint(host.peer()).reception().window();
        this.fields = setting.fields(host);
        this.timers = fields.timers;
        this.ghosts = fields.ghosts;
        this.space = setting.space();
        this.timestamps = setting.bounds().timestamps();
        this.lowestIncarnation = setting.bounds().lowestIncarnation();
        this.words = words;
        this.keptBits = setting.layout().keptBits(host.index());
        this.state = TcpState.of(fields.state.get(words));
    }

    public Host host() {
        return host;
    }

    public EndpointKnobs knobs() {
        return knobs;
    }

    public TcbFields fields() {
        return fields;
    }

    public TimerFields timers() {
        return timers;
    }

    public GhostFields ghosts() {
        return ghosts;
    }

    /** Reads the TCP state off the words. */
    public void load() {
        state = TcpState.of(fields.state.get(words));
    }

    public TcpState state() {
        return state;
    }

    /** Goes to {@code to} and clears every field that is not live in both states. */
    public void state(TcpState to) {
        int index = (state.code() * TcpStates.ALL.size() + to.code()) * words.length;
        for (int word = 0; word < words.length; word++) {
            words[word] &= keptBits[index + word];
        }
        fields.state.set(words, to.code());
        state = to;
    }

    /** A TCB exists. */
    public boolean alive() {
        return state.code() >= TcpState.SYN_SENT.code();
    }

    /** IRS is known. */
    public boolean beyondSynSent() {
        return state.code() > TcpState.SYN_SENT.code();
    }

    public boolean synchronised() {
        return state.code() > TcpState.SYN_RECEIVED.code();
    }

    /** The host takes a peer's SYN when it has no TCB. */
    public boolean listens() {
        return knobs.user().open() != Open.ACTIVE;
    }

    public int sndNxt() {
        return fields.sndNxt.get(words);
    }

    public void sndNxt(int number) {
        fields.sndNxt.set(words, number);
    }

    public int sndUna() {
        return space.plus(sndNxt(), -outstanding());
    }

    /** SND.NXT - SND.UNA: octets, SYN and FIN that are not yet acknowledged. */
    public int outstanding() {
        return fields.outstanding.get(words);
    }

    public void outstanding(int octets) {
        fields.outstanding.set(words, octets);
    }

    /** Of what was sent and is not acknowledged, something is neither SYN nor FIN. */
    public boolean octetsUnacknowledged() {
        return outstanding() > (finSent() ? 1 : 0) + (synUnacknowledged() ? 1 : 0);
    }

    /** Ticks that the retransmission timer has run. */
    public int retransmissionTicks() {
        return get(timers.rexmtElapsed);
    }

    /** SND.UNA becomes {@code ack}; what is still outstanding restarts its retransmission timer. */
    public void acknowledge(int ack) {
        int left = space.distance(ack, sndNxt());
        // Only a variant takes an ACK of what is not outstanding: for that of all that is.
        outstanding(Integer.compareUnsigned(left, outstanding()) > 0 ? 0 : left);
        restartRetransmission();
        if (state == TcpState.FIN_WAIT_1 || state == TcpState.CLOSING) {
            set(fields.synUnacknowledged, 0);
        }
    }

    /** Starts the retransmission timer of the oldest unacknowledged segment, or stops it if there is none. */
    void restartRetransmission() {
        set(timers.rexmtElapsed, 0);
        set(timers.rexmtCount, 0);
    }

    /** Counts a retransmission, as far as that is needed, and starts the timer again. */
    public void countRetransmission() {
        set(timers.rexmtElapsed, 0);
        set(timers.rexmtCount, (int) Math.min(get(timers.rexmtCount) + 1L, timers.rexmtCount.max()));
    }

    /** Starts the timer that limits how long the present state lasts, if a knob sets one. */
    public void startStateTimer() {
        switch (state) {
            case FIN_WAIT_2 ->
                start(timers.finWait2Left, abandoned() ? knobs.finWait2().timeout() : EndpointKnobs.OFF);
            case CLOSING -> start(timers.closingLeft, knobs.closing().timeout());
            case LAST_ACK -> start(timers.lastAckLeft, knobs.closing().lastAckTimeout());
            default -> {}
        }
    }

    private void start(StateLayout.Field left, int timeout) {
        if (timeout != EndpointKnobs.OFF) {
            set(left, timeout);
        }
    }

    /** The peer's window, constant. */
    public int sndWnd() {
        return sndWnd;
    }

    /** One more octet may be sent without exceeding SND.UNA + SND.WND, RFC 9293 §3.8.6. */
    public boolean windowOpen() {
        return outstanding() < sndWnd;
    }

    public int rcvNxt() {
        return fields.rcvNxt.get(words);
    }

    public void rcvNxt(int number) {
        fields.rcvNxt.set(words, number);
    }

    public int rcvWnd() {
        return knobs.reception().window();
    }

    /** The own SYN waits for its ACK. */
    public boolean synUnacknowledged() {
        return state == TcpState.SYN_SENT
                || state == TcpState.SYN_RECEIVED
                || ((state == TcpState.FIN_WAIT_1 || state == TcpState.CLOSING) && get(fields.synUnacknowledged) != 0);
    }

    public boolean finPending() {
        return (state == TcpState.FIN_WAIT_1 || state == TcpState.CLOSING || state == TcpState.CLOSE_WAIT)
                && get(fields.finPending) != 0;
    }

    /** Octets that the user has not read wait. */
    public boolean hasUnread() {
        return fields.unread.max() != 0 && fields.unread.liveIn(state) && get(fields.unread) != 0;
    }

    /** Octets that the user has not read wait, or none do any more. */
    public void unread(boolean some) {
        if (fields.unread.max() != 0) {
            set(fields.unread, some ? 1 : 0);
        }
    }

    /** In FIN-WAIT-1 and FIN-WAIT-2: the user has closed both directions. Where users only close their own this is false. */
    public boolean closedFully() {
        return switch (knobs.user().closeAs()) {
            case HALF -> false;
            case FULL -> true;
            case EITHER -> get(fields.closedFully) != 0;
        };
    }

    /** In FIN-WAIT-2: nobody owns the connection any more, so that its timer runs. Where users only close their own direction, CLOSE says so. */
    public boolean abandoned() {
        return knobs.user().closeAs() == EndpointKnobs.CloseAs.HALF || closedFully();
    }

    /** An acknowledgment waits for a segment that may carry it, RFC 9293 §3.8.6.3. */
    public boolean owesAck() {
        StateLayout.Field owed = timers.ackOwed;
        return owed.max() != 0 && owed.liveIn(state) && get(owed) != 0;
    }

    /** An acknowledgment begins to wait. */
    public void oweAck() {
        set(timers.ackOwed, (int) timers.ackOwed.max());
    }

    /** A segment with an acknowledgment is sent. */
    public void ackSent() {
        if (owesAck()) {
            set(timers.ackOwed, 0);
        }
    }

    /** The user has closed and the FIN was sent. */
    public boolean finSent() {
        return switch (state()) {
            case FIN_WAIT_1, CLOSING -> !finPending();
            case FIN_WAIT_2, LAST_ACK, TIME_WAIT -> true;
            case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT -> false;
        };
    }

    /** The FIN was sent and everything sent is acknowledged. */
    public boolean finAcknowledged() {
        return outstanding() == 0 && finSent();
    }

    /** Made by a SYN that came to a listener, RFC 9293 §3.10.7.2 (MUST-11). */
    public boolean passive() {
        return knobs.user().open() == Open.LISTEN || (knobs.user().open() == Open.BOTH && get(fields.passive) != 0);
    }

    /** A segment came for this TCB: the connection is not idle, RFC 9293 §3.8.4. */
    public void heard() {
        if (timers.idle.max() != 0 && maySendProbes()) {
            set(timers.idle, 0);
        }
    }

    /** Keep-alive probes belong here as long as nothing is outstanding. */
    boolean maySendProbes() {
        return state == TcpState.ESTABLISHED || state == TcpState.FIN_WAIT_2 || state == TcpState.CLOSE_WAIT;
    }

    /** Whether one more challenge ACK may be sent in this period, which is then counted. */
    public boolean takeChallenge() {
        if (knobs.challenge().limit() == EndpointKnobs.OFF) {
            return true;
        }
        int sent = get(timers.challenges);
        if (sent >= knobs.challenge().limit()) {
            return false;
        }
        set(timers.challenges, sent + 1);
        if (sent == 0) {
            set(timers.challengePeriodLeft, knobs.challenge().period());
        }
        return true;
    }

    /** Both ends have agreed on timestamps. */
    public boolean timestamps() {
        return timestamps;
    }

    /** TS.Recent becomes the segment's TSval. */
    public void sawTimestamp(Segment segment) {
        if (timestamps) {
            set(timers.tsRecentAge, segment.age());
            set(timers.tsRecentBoot, segment.boot());
        }
    }

    /**
     * SEG.TSval - TS.Recent, or what has its sign; 0 without timestamps. A sender's clock ticks with time, so the younger
     * value is the greater; a clock that was reset is behind every value it sent before.
     */
    public int compareTimestamp(Segment segment) {
        if (!timestamps) {
            return 0;
        }
        int boots = get(timers.tsRecentBoot) - segment.boot();
        return boots != 0 ? boots : get(timers.tsRecentAge) - segment.age();
    }

    /** The incarnation of the TCB; without one, of the last where both hosts open actively, else meaningless. */
    public int incarnation() {
        return get(ghosts.incarnation) + lowestIncarnation;
    }

    public void incarnation(int incarnation) {
        set(ghosts.incarnation, incarnation - lowestIncarnation);
    }

    public int get(StateLayout.Field field) {
        return field.get(words);
    }

    public void set(StateLayout.Field field, int value) {
        field.set(words, value);
    }
}
