package dev.lastack.endpoint;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.endpoint.tcb.Timestamping;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.ReuseNeeds;
import dev.lastack.scenario.knobs.EndpointKnobs.TimeWaitFin;
import dev.lastack.scenario.knobs.EndpointKnobs.TimeWaitSyn;

/** What stacks decide differently in TIME-WAIT, each answer a knob. */
public class TimeWaitRules {

    /** What a SYN does. */
    public enum OnSyn {
        /** The checks take their course: an ACK outside the window, a challenge ACK inside. */
        AS_ELSEWHERE,
        DROP,
        REOPEN
    }

    private final EndpointConfig config;
    private final SequenceNumbers numbers;

    public TimeWaitRules(EndpointConfig config) {
        this.config = config;
        this.numbers = config.numbers();
    }

    /** What a SYN without ACK does before any check: RFC 5961 §4, RFC 9293 §3.6.1 (MAY-2), RFC 6191 §2. */
    public OnSyn onSyn(Tcb tcb, Segment syn) {
        return switch (config.knobs().timeWait().syn()) {
            case CHALLENGE, RESET -> OnSyn.AS_ELSEWHERE;
            case DROP -> OnSyn.DROP;
            case REOPEN_IF_NEWER_SEQ -> reopenIf(beyondRcvNxt(tcb, syn), OnSyn.AS_ELSEWHERE);
            case REOPEN_BEYOND_WINDOW ->
                reopenIf(beyondRcvNxt(tcb, syn) && !acceptableNumber(tcb, syn), OnSyn.AS_ELSEWHERE);
            case REOPEN_IF_NEWER_TIMESTAMP -> reopenIf(newer(tcb, syn), OnSyn.DROP);
        };
    }

    /** A SYN in the window, with or without ACK, is answered by an RST: RFC 793 §3.9, fourth check. */
    public boolean resetsSyn() {
        return config.knobs().timeWait().syn() == TimeWaitSyn.RESET;
    }

    private OnSyn reopenIf(boolean newer, OnSyn otherwise) {
        return newer && config.listens() ? OnSyn.REOPEN : otherwise;
    }

    private boolean acceptableNumber(Tcb tcb, Segment syn) {
        return numbers.inWindow(syn.seq(), tcb.rcvNxt, tcb.rcvWnd);
    }

    private boolean beyondRcvNxt(Tcb tcb, Segment syn) {
        return numbers.less(tcb.rcvNxt, syn.seq());
    }

    /**
     * RFC 6191 §2: a newer timestamp, or an equal one and a newer number; without the option the number alone. Newer is
     * a number beyond the last that was seen, which was the FIN's, RCV.NXT - 1.
     */
    private boolean newer(Tcb tcb, Segment syn) {
        boolean beyondLast = numbers.lessOrEqual(tcb.rcvNxt, syn.seq());
        if (!tcb.timestamps) {
            return beyondLast
                    || (config.knobs().numbers().timestamps()
                            && syn.timestamps().isPresent());
        }
        if (syn.timestamps().isEmpty()) {
            return beyondLast;
        }
        long value = syn.timestamps().get().value();
        return Timestamping.older(tcb.tsRecent, value) || (value == tcb.tsRecent && beyondLast);
    }

    /** How far a segment came. */
    public enum Fate {
        /** An old duplicate by its timestamp, or discarded for another reason. */
        DISCARDED,
        /** Outside the window: acknowledged unless it is an RST. */
        OUTSIDE,
        /** All checks were passed. */
        PROCESSED
    }

    /** The 2MSL timer starts again; {@code answered}: the segment was answered. */
    public boolean restarts(Tcb tcb, Segment segment, Fate fate, boolean answered) {
        return switch (config.knobs().timeWait().restart()) {
            case NEVER -> false;
            // The FIN again has SEQ = RCV.NXT-1, which the first check rejects; RFC 9293 §3.10.7.4 means this one.
            case ON_FIN ->
                fate == Fate.OUTSIDE && segment.fin() && numbers.plus(segment.seq(), segment.length()) == tcb.rcvNxt;
            case ON_ANY_FIN -> fate != Fate.DISCARDED && segment.fin();
            case ON_OUT_OF_WINDOW -> fate == Fate.OUTSIDE;
            case ON_ANSWER -> answered;
        };
    }

    /**
     * Whether an ACK in the window without FIN is answered, with text or without. The literal RFC 9293 §3.10.7.4, fifth check,
     * answers each, which is a loop between two ends; FreeBSD's tcp_twcheck all but the one that is in order.
     */
    public boolean answersBareAck(Tcb tcb, Segment segment) {
        return switch (config.knobs().timeWait().bareAck()) {
            case SILENT -> false;
            case ANSWER -> true;
            case UNLESS_IN_ORDER -> segment.length() > 0 || segment.seq() != tcb.rcvNxt || segment.ack() != tcb.sndNxt;
        };
    }

    /** Whether a FIN is left unanswered. */
    public boolean ignoresFin() {
        return config.knobs().timeWait().fin() == TimeWaitFin.IGNORE;
    }

    /** An active OPEN may replace the own TIME-WAIT at {@code now}. */
    public boolean mayReuse(Tcb tcb, long now) {
        EndpointKnobs knobs = config.knobs();
        return knobs.timeWait().reuseAfter() != EndpointKnobs.OFF
                && now - tcb.timeWaitSince >= config.micros(knobs.timeWait().reuseAfter())
                && (knobs.timeWait().reuseNeeds() == ReuseNeeds.NOTHING || tcb.timestamps);
    }
}
