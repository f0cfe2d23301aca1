package dev.lastack.scenario.knobs;

import static dev.lastack.scenario.knobs.KnobTypes.backoff;
import static dev.lastack.scenario.knobs.KnobTypes.budget;
import static dev.lastack.scenario.knobs.KnobTypes.choice;
import static dev.lastack.scenario.knobs.KnobTypes.duration;
import static dev.lastack.scenario.knobs.KnobTypes.durationOrOff;
import static dev.lastack.scenario.knobs.KnobTypes.durationRange;
import static dev.lastack.scenario.knobs.KnobTypes.either;
import static dev.lastack.scenario.knobs.KnobTypes.number;
import static dev.lastack.scenario.knobs.KnobTypes.powerOfTwo;
import static dev.lastack.scenario.knobs.KnobTypes.throttle;

import dev.lastack.scenario.knobs.KnobTypes.IsnRule;
import dev.lastack.scenario.knobs.KnobTypes.SpanRange;
import dev.lastack.scenario.knobs.KnobTypes.Throttle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The knob table: every decision that a scenario can make, with its values, its default and its meaning. The parser, its
 * errors, the reference page and the schema for editors are all read from here.
 */
public final class Knobs {

    private static final Map<String, Knob<?>> TABLE = new LinkedHashMap<>();

    static final Knob<Span> TIME_WAIT = endpoint("time-wait", duration(0), "2*msl", """
        How long TIME-WAIT lasts (RFC 9293 §3.6.1, MUST-13: 2 MSL). 0 skips the state.\
        """);
    static final Knob<EndpointKnobs.TimeWaitRestart> TIME_WAIT_RESTART =
            endpoint("time-wait.restart", choice(EndpointKnobs.TimeWaitRestart.class), "on-fin", """
                What restarts the 2MSL timer: nothing, a FIN that ends at RCV.NXT (the intent of RFC 9293 \
                §3.10.7.4), any FIN, any segment outside the window, or every arrival that is answered.\
                """);
    static final Knob<EndpointKnobs.RstRule> TIME_WAIT_RST =
            endpoint("time-wait.rst", choice(EndpointKnobs.RstRule.class), "as-elsewhere", """
                Which RST ends TIME-WAIT; ignore is fix F1 of RFC 1337 §3.\
                """);
    static final Knob<EndpointKnobs.TimeWaitSyn> TIME_WAIT_SYN =
            endpoint("time-wait.syn", choice(EndpointKnobs.TimeWaitSyn.class), "challenge", """
                What a SYN in TIME-WAIT causes: a challenge ACK (RFC 5961 §4), nothing, an RST (RFC 793), or, if the \
                host listens, a new connection (RFC 9293 §3.6.1, MAY-2; RFC 6191 §2) whose ISS is beyond the old \
                SND.NXT.\
                """);
    static final Knob<EndpointKnobs.TimeWaitFin> TIME_WAIT_FIN =
            endpoint("time-wait.fin", choice(EndpointKnobs.TimeWaitFin.class), "acknowledge", """
                What a FIN causes in TIME-WAIT: an ACK (RFC 9293 §3.10.7.4), or no answer. Whether it restarts the \
                2MSL timer is for time-wait.restart to say.\
                """);
    static final Knob<EndpointKnobs.BareAck> TIME_WAIT_BARE_ACK =
            endpoint("time-wait.bare-ack", choice(EndpointKnobs.BareAck.class), "silent", """
                What an acceptable ACK without FIN causes in TIME-WAIT. RFC 9293 §3.10.7.4, fifth check, read \
                literally, answers each of them; unless-in-order answers those with text, or with other numbers than \
                SEQ = RCV.NXT and ACK = SND.NXT.\
                """);
    static final Knob<EndpointKnobs.Eviction> TIME_WAIT_EVICTION =
            endpoint("time-wait.eviction", choice(EndpointKnobs.Eviction.class), "never", """
                Whether a host that runs out of control blocks may drop TIME-WAIT at any time.\
                """);
    static final Knob<Span> TIME_WAIT_REUSE_AFTER = endpoint("time-wait.reuse-after", durationOrOff(0), "off", """
        How long after TIME-WAIT was entered the host's own active OPEN may replace it (Linux: \
        tcp_tw_reuse).\
        """);
    static final Knob<EndpointKnobs.ReuseNeeds> TIME_WAIT_REUSE_NEEDS =
            endpoint("time-wait.reuse-needs", choice(EndpointKnobs.ReuseNeeds.class), "timestamps", """
                What an active OPEN needs to replace TIME-WAIT: timestamps on the old connection, or nothing.\
                """);
    static final Knob<IsnRule> ISN = endpoint("isn", KnobTypes.isn(), "monotonic", """
        How the initial sequence number is chosen (RFC 9293 §3.4.1): the same in every incarnation, the last \
        SND.NXT, any value (the adversary chooses), or a clock that advances by n per tick.\
        """);
    static final Knob<Boolean> TIMESTAMPS = endpoint("timestamps", either("on", "off"), "off", """
        The timestamps option and PAWS (RFC 7323 §5).\
        """);
    static final Knob<EndpointKnobs.RstCheck> RST_CHECK =
            endpoint("rst-check", choice(EndpointKnobs.RstCheck.class), "exact", """
                Which RST ends a connection: any, any in the window (RFC 793), or only one at RCV.NXT, while the \
                others in the window get a challenge ACK (RFC 5961 §3).\
                """);
    static final Knob<EndpointKnobs.SynCheck> SYN_CHECK =
            endpoint("syn-check", choice(EndpointKnobs.SynCheck.class), "as-rst-check", """
                What a SYN in the window causes in the synchronized states but TIME-WAIT: a challenge ACK (RFC 5961 \
                §4), the end of the connection and an RST in answer to the SYN (RFC 793 §3.9) or with the own SND.NXT \
                and RCV.NXT; drop ignores every SYN without ACK, in the window or not. as-rst-check challenges with \
                rst-check: exact and else resets.\
                """);
    static final Knob<EndpointKnobs.ClosedRst> CLOSED_RST =
            endpoint("closed.rst", choice(EndpointKnobs.ClosedRst.class), "always", """
                Which segments CLOSED answers by an RST: all (RFC 9293 §3.10.7.1), all but ACKs without text or FIN, \
                all but SYNs, or none.\
                """);
    static final Knob<EndpointKnobs.AckCheck> ACK_CHECK =
            endpoint("ack-check", choice(EndpointKnobs.AckCheck.class), "rfc9293", """
                The lower bound of an acceptable ACK: none (RFC 9293 §3.10.7.4), or SND.UNA minus the largest window \
                (RFC 5961 §5, MAY-12).\
                """);
    static final Knob<Throttle> CHALLENGE_LIMIT = endpoint("challenge-limit", throttle(), "off", """
        The maximum number of challenge ACKs in a period (RFC 5961 §7).\
        """);
    static final Knob<Boolean> REASSEMBLY = endpoint("reassembly", either("on", "off"), "off", """
        Whether text or a FIN beyond RCV.NXT is kept (RFC 9293 §3.10.7.4, SHLD-31), or acknowledged and \
        dropped.\
        """);
    public static final Knob<SpanRange> RTO = endpoint("rto", durationRange(), "1", """
        The gap between transmissions of the oldest unacknowledged segment (RFC 9293 §3.8.1). With a range, \
        the adversary chooses. With real durations a range may start at 0s (0s..60s): the gap may then be \
        shorter than a tick.\
        """);
    public static final Knob<Span> RTO_BACKOFF = endpoint("rto.backoff", backoff(), "none", """
        Whether the gap doubles with each retransmission, and up to which cap (RFC 6298 §5.5).\
        """);
    static final Knob<Integer> RETRANSMISSIONS = endpoint(
            "retransmissions",
            KnobType.<Integer>described("unlimited, or a whole number up to 1000")
                    .orWord("unlimited", EndpointKnobs.UNLIMITED)
                    .orNumber(0, 1000, count -> count),
            "unlimited",
            """
            R2 (RFC 9293 §3.8.3): when the timer expires after the n-th retransmission, the connection is \
            aborted and nothing is sent.\
            """);
    static final Knob<EndpointKnobs.GiveUp> GIVE_UP =
            endpoint("give-up", choice(EndpointKnobs.GiveUp.class), "silent", """
                What a host sends when R2 is reached: nothing (RFC 9293 §3.8.3), or, beyond SYN-SENT, an RST with \
                SND.NXT and RCV.NXT.\
                """);
    static final Knob<EndpointKnobs.SynAgain> SYN_AGAIN_AFTER_RST =
            endpoint("syn-again-after-rst", choice(EndpointKnobs.SynAgain.class), "after-rto", """
                When SYN-SENT sends its SYN again after an unacceptable ACK that it answered by an RST: when the \
                retransmission timer expires, or at once if it has not been sent again before.\
                """);
    static final Knob<Span> FIN_WAIT_2_TIMEOUT = endpoint("fin-wait-2-timeout", durationOrOff(1), "off", """
        How long an orphaned connection stays in FIN-WAIT-2. RFC 9293 has no such timer; most stacks do.\
        """);
    static final Knob<EndpointKnobs.RstRule> FIN_WAIT_2_RST =
            endpoint("fin-wait-2.rst", choice(EndpointKnobs.RstRule.class), "as-elsewhere", """
                Which RST ends FIN-WAIT-2.\
                """);
    static final Knob<Span> CLOSING_TIMEOUT = endpoint("closing-timeout", durationOrOff(1), "off", """
        How long CLOSING lasts at most; when it is over, the user is told nothing. RFC 9293 has no such timer.\
        """);
    static final Knob<EndpointKnobs.ClosingFin> CLOSING_FIN =
            endpoint("closing.fin", choice(EndpointKnobs.ClosingFin.class), "acknowledge", """
                What answers a FIN that arrives again in CLOSING: an ACK (RFC 9293 §3.10.7.4, first check), or the \
                own unacknowledged FIN once more, which carries the ACK.\
                """);
    static final Knob<Span> LAST_ACK_TIMEOUT = endpoint("last-ack-timeout", durationOrOff(1), "off", """
        How long LAST-ACK lasts at most; when it is over, the user is told nothing. RFC 9293 has no such timer.\
        """);
    static final Knob<Span> KEEP_ALIVE = endpoint("keep-alive", durationOrOff(1), "off", """
        How long a connection is idle before a probe is sent (RFC 9293 §3.8.4).\
        """);
    static final Knob<Span> ACK_DELAY = endpoint("ack-delay", durationOrOff(1), "off", """
        How long the acknowledgment of text, or of a FIN before TIME-WAIT, waits for a segment that may carry it \
        (RFC 9293 §3.8.6.3, SHLD-18). Every second segment with text is acknowledged at once.\
        """);
    static final Knob<Span> QUIET_TIME = endpoint("quiet-time", duration(0), "0", """
        How long a host sends nothing after it lost its memory (RFC 9293 §3.4.3).\
        """);
    static final Knob<EndpointKnobs.CrashClock> CRASH_CLOCK =
            endpoint("crash-clock", choice(EndpointKnobs.CrashClock.class), "survives", """
                Whether the clock behind ISNs and timestamps survives a crash.\
                """);
    static final Knob<Boolean> SILENT_RESET = endpoint("silent-reset", either("yes", "no"), "yes", """
        Whether the user is not told about an RST in CLOSING or LAST-ACK even if octets are unacknowledged, \
        as RFC 9293 §3.10.7.4, second check, read literally, says.\
        """);
    static final Knob<Integer> WINDOW = endpoint("window", number(1, 64), "3", """
        RCV.WND, which is constant. At most half of a finite sequence space.\
        """);
    static final Knob<Integer> DATA = endpoint("data", number(0, 64), "1", """
        How many octets the user may send in each incarnation before CLOSE, one per segment.\
        """);
    static final Knob<EndpointKnobs.Close> CLOSE = endpoint("close", choice(EndpointKnobs.Close.class), "may", """
        When the user may CLOSE: in ESTABLISHED and CLOSE-WAIT, also in the SYN states, only in CLOSE-WAIT, \
        or never.\
        """);
    static final Knob<EndpointKnobs.CloseAs> CLOSE_AS =
            endpoint("close.as", choice(EndpointKnobs.CloseAs.class), "half", """
                What CLOSE closes: the user's own direction only, as shutdown does; both, so that text which arrives later, \
                or is unread, is answered by an RST (RFC 9293 §3.6.1, MAY-1, SHLD-3; RFC 1122 §4.2.2.13); or either, \
                and both later. With either, fin-wait-2-timeout runs only once both directions are closed.\
                """);
    static final Knob<EndpointKnobs.Reads> READS = endpoint("reads", choice(EndpointKnobs.Reads.class), "eager", """
        When the user reads octets that have arrived (RFC 9293 §3.10.3): at once, at any time or not at all, or \
        never. Only a close of both directions depends on it.\
        """);
    static final Knob<EndpointKnobs.Open> OPEN =
            endpoint("open", choice(EndpointKnobs.Open.class), "A: active, B: listen", """
                Whether the host opens actively, listens (again whenever its TCB is gone), or both.\
                """);

    public static final Knob<Span> MSL = environment("msl", duration(1), "2", """
        The maximum segment lifetime (RFC 9293 §3.4.2): a segment sent at instant t may arrive from t to \
        t+msl, inclusive.\
        """);
    public static final Knob<Span> TICK =
            environment("tick", KnobTypes.realTime(), "the largest that divides every real duration", """
                The length of a tick. A duration that is not a multiple of it is rounded so that behaviours are only \
                added: lifetimes up, TIME-WAIT down, ranges outward.\
                """);
    static final Knob<Integer> LOSS = environment("loss", budget(15), "unlimited", """
        How many segments may be lost in a run.\
        """);
    static final Knob<Integer> DUPLICATION = environment("duplication", budget(15), "unlimited", """
        How many duplicates may arrive in a run. A copy has the age of its original.\
        """);
    static final Knob<Boolean> REORDERING = environment("reordering", either("on", "off"), "on", """
        Whether segments in one direction may overtake each other. If off, an arrival discards every older \
        segment that has not arrived.\
        """);
    static final Knob<Integer> CAPACITY = environment(
            "capacity",
            KnobType.<Integer>described("unlimited, or a whole number from 1 to 16")
                    .orWord("unlimited", EndpointKnobs.UNLIMITED)
                    .orNumber(1, 16, count -> count),
            "unlimited where loss and duplication are and reordering is on, else 3",
            """
            The maximum number of segments in flight in each direction. If it is unlimited, a search that needs a \
            bound uses 3.\
            """);
    static final Knob<Integer> SEQUENCE_SPACE =
            environment("sequence-space", powerOfTwo(65_536), "unbounded, or 16 with isn random or clock", """
                The modulus of sequence numbers; unbounded for verdicts without wraparound.\
                """);
    static final Knob<Integer> INCARNATIONS = environment("incarnations", number(1, 15), "2", """
        How many incarnations there may be: the initial pair and the active OPENs after it.\
        """);
    static final Knob<Integer> ABORT = environment("abort", number(0, 15), "0", """
        How many times users may ABORT in a run (RFC 9293 §3.10.5).\
        """);
    static final Knob<Integer> CRASH = environment("crash", number(0, 15), "0", """
        How many times a host may lose its memory in a run (RFC 9293 §3.4.3).\
        """);
    static final Knob<Integer> FORGE = environment("forge", number(0, 15), "0", """
        How many segments with guessed numbers an off-path attacker may send in a run (RFC 5961 §1).\
        """);
    static final Knob<Environment.Start> START =
            environment("start", choice(Environment.Start.class), "established", """
                Whether a run starts with both ends in ESTABLISHED and all numbers 0, or without a connection.\
                """);

    private Knobs() {}

    /** Every knob, in the order of the reference. */
    public static List<Knob<?>> all() {
        return Collections.unmodifiableList(new ArrayList<>(TABLE.values()));
    }

    /** The knob of that name. */
    public static Optional<Knob<?>> named(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    private static <T> Knob<T> endpoint(String name, KnobType<T> type, String defaultText, String sentence) {
        return add(new Knob<>(name, Knob.Scope.ENDPOINT, type, defaultText, sentence));
    }

    private static <T> Knob<T> environment(String name, KnobType<T> type, String defaultText, String sentence) {
        return add(new Knob<>(name, Knob.Scope.ENVIRONMENT, type, defaultText, sentence));
    }

    private static <T> Knob<T> add(Knob<T> knob) {
        TABLE.put(knob.name(), knob);
        return knob;
    }
}
