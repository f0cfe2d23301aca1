package dev.lastack.model.rules;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.decisions.StepContext;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.Segment;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.SequenceSpace;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.Timer;
import dev.lastack.model.steps.HostSteps;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.RfcEdges;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a step does to the hosts, while the rules take it: the packed words that they work on, the views on them, and what has
 * been observed and sent so far. The words hold the hosts' part of a state and nothing of the network, see {@link HostSteps}.
 * The rules share one instance per generator.
 */
public final class Step implements StepContext {

    /** More than any step sends. */
    private static final int MOST_EMISSIONS = 16;

    /** More than any step counts: itself, and changes of TCP states. */
    private static final int MOST_COUNTED = 64;

    private final ResolvedScenario setting;
    private final long[] words;
    private final Tcb a;
    private final Tcb b;
    private final Segment segment;
    private final Ghosts ghosts;
    private final Decisions decisions;
    private final @Nullable Journal journal;

    private long observations;
    private Bound cut = Bound.NONE;
    private final long[] sent = new long[MOST_EMISSIONS];
    private final int[] senders = new int[MOST_EMISSIONS];
    private int emissions;
    private final int[] counterOfKind;
    private final int[] counted = new int[MOST_COUNTED];
    private int counts;
    private final int[] over = new int[MOST_EMISSIONS];
    private int overs;

    public Step(Rulebook rulebook, @Nullable Journal journal) {
        this.setting = rulebook.scenario();
        this.words = new long[setting.layout().words()];
        this.a = new Tcb(Host.A, setting, words);
        this.b = new Tcb(Host.B, setting, words);
        this.segment = new Segment(setting.format());
        this.ghosts = new Ghosts(setting, this);
        this.decisions = rulebook.decisions();
        this.journal = journal;
        this.counterOfKind = Counters.ofKinds(setting);
    }

    /** Loads the hosts' part of a state, and forgets all else: nothing may depend on the step before. */
    public void load(long[] hosts) {
        System.arraycopy(hosts, 0, words, 0, words.length);
        segment.clear();
        a.load();
        b.load();
    }

    /** Starts a step from what is loaded. */
    public void begin(ActionKind kind, int owner) {
        observations = 0;
        cut = Bound.NONE;
        emissions = 0;
        counts = 0;
        overs = 0;
        ghosts.begin();
        count(counterOfKind[kind.code()] + owner);
    }

    /** Ends the step. */
    public Outcome finish(int event, long arriving) {
        ghosts.finish();
        return new Outcome(
                event,
                arriving,
                words.clone(),
                observations,
                cut,
                Arrays.copyOf(counted, counts),
                Arrays.copyOf(sent, emissions),
                Arrays.copyOf(senders, emissions),
                Arrays.copyOf(over, overs));
    }

    /** The network is to be looked at for segments of {@code incarnation}. */
    void timeWaitOver(int incarnation) {
        over[overs++] = incarnation;
    }

    public long[] words() {
        return words;
    }

    public ResolvedScenario setting() {
        return setting;
    }

    @Override
    public SequenceSpace space() {
        return setting.space();
    }

    Decisions decisions() {
        return decisions;
    }

    public Tcb tcb(int owner) {
        return owner == 0 ? a : b;
    }

    /** The other endpoint. */
    Tcb peer(Tcb tcb) {
        return tcb == a ? b : a;
    }

    @Override
    public Segment segment() {
        return segment;
    }

    Ghosts ghosts() {
        return ghosts;
    }

    public void observe(Observation fact) {
        observations |= fact.bit();
    }

    private void count(int counter) {
        counted[counts++] = counter;
    }

    /** Segments sent so far. */
    int emissions() {
        return emissions;
    }

    /** Says that {@code rule} decided. */
    void cite(Rule rule) {
        if (journal != null) {
            journal.rules.add(rule);
        }
    }

    /** Whether {@code tcb} follows {@code rule}, whose condition is met; if so, says that it decided. */
    boolean follows(Rule rule, Tcb tcb) {
        if (!decisions.follows(rule, this, tcb)) {
            return false;
        }
        cite(rule);
        return true;
    }

    /** Says what the user of {@code tcb} is told. */
    void tell(Tcb tcb, UserSignal signal) {
        if (journal != null) {
            journal.told.add(new Journal.Told(tcb.host(), signal));
        }
    }

    void timerFired(Tcb tcb, Timer timer) {
        observe(Observation.TIMER_FIRED);
        if (journal != null) {
            journal.fired.add(new Journal.Fired(tcb.host(), timer));
        }
    }

    /** Lets a TCB change its state. */
    void enter(Tcb tcb, TcpState to) {
        TcpState from = tcb.state();
        observe(Observation.TCP_STATE_CHANGED);
        if (!RfcEdges.allows(from, to)) {
            observe(Observation.TCP_STATE_CHANGED_AGAINST_RFC);
        }
        count(Counters.of(tcb.host(), from, to));
        tcb.state(to);
        tcb.startStateTimer();
        ghosts.numbersChanged();
    }

    /** Ends a TCB; a host that listens then does so again at once. */
    void end(Tcb tcb, EndCause cause) {
        ending(tcb, cause);
        enter(tcb, TcpState.CLOSED);
        ghosts.gone(tcb);
        listenAgain(tcb);
    }

    /** A TCB is about to end. */
    void ending(Tcb tcb, EndCause cause) {
        decisions.ending(tcb);
        ghosts.ended(tcb, cause);
    }

    /** The TCB in TIME-WAIT makes room for another. */
    void replaceTimeWait(Tcb tcb) {
        ending(tcb, EndCause.TIME_WAIT_REPLACED);
        setting.ownFields().forgetConnection(tcb);
    }

    /** How many initial sequence numbers there are to choose from. A forged SYN has no room for more than there are. */
    public int issChoices(Tcb tcb) {
        boolean forged = setting.environment().forge() > 0;
        int most = forged ? Math.max(1, setting.space().size()) : Action.CHOICES;
        return inRange("issChoices", tcb, decisions.issChoices(this, tcb), 1, most);
    }

    /** The initial sequence number that is {@code choice}. */
    int iss(Tcb tcb, int choice) {
        int greatest = (int) tcb.fields().sndNxt.max();
        return inRange("iss", tcb, decisions.iss(this, tcb, choice), 0, greatest);
    }

    private int inRange(String decision, Tcb tcb, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalStateException("%s.%s gives %d at %s; here it is from %d to %d"
                    .formatted(decisions.getClass().getName(), decision, value, tcb.host(), least, greatest));
        }
        return value;
    }

    /** The arriving segment moves SND.UNA to {@code number}: SEG.ACK, or SND.NXT where the SYN alone is outstanding. */
    void advance(Tcb tcb, int number) {
        decisions.acknowledged(tcb, tcb.retransmissionTicks());
        tcb.acknowledge(number);
    }

    /** The oldest unacknowledged segment is sent again, and its timer starts again: RFC 6298 §5.4 and §5.6. */
    void retransmits(Tcb tcb) {
        decisions.retransmitted(tcb);
        observe(Observation.RETRANSMISSION);
        tcb.countRetransmission();
    }

    /** A listener listens as soon as it has no TCB and is not quiet. */
    void listenAgain(Tcb tcb) {
        if (tcb.listens() && tcb.get(tcb.timers().quietLeft) == 0) {
            enter(tcb, TcpState.LISTEN);
        }
    }

    /** Takes a host's memory; it keeps quiet afterwards. */
    void lose(Tcb tcb) {
        boolean alive = tcb.alive();
        if (alive) {
            ghosts.ended(tcb, EndCause.CRASH);
        }
        if (tcb.state() != TcpState.CLOSED) {
            enter(tcb, TcpState.CLOSED);
        }
        if (alive) {
            ghosts.gone(tcb);
        }
        setting.ownFields().forget(tcb);
        if (tcb.knobs().crash().quietTime() > 0) {
            tcb.set(tcb.timers().quietLeft, setting.bounds().quiet(tcb.knobs()));
        }
        listenAgain(tcb);
    }

    /** Sends a segment of the own incarnation. */
    void send(Tcb from, SegmentKind kind, int seq, int ack) {
        if (kind.has(ControlBits.ACK)) {
            from.ackSent();
        }
        send(from, setting.format().pack(kind, seq, ack, from.incarnation()));
    }

    /** Leaves it to the network what becomes of the segment; no rule depends on that. */
    private void send(Tcb from, long unstamped) {
        sent[emissions] = setting.format().stamped(unstamped, from.get(from.timers().boot));
        senders[emissions] = from.host().index();
        emissions++;
        observe(Observation.EMISSION);
    }

    /** Answers the arriving segment as {@code rule} says by {@code <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>}. */
    void acknowledge(Rule rule, Tcb tcb) {
        answer(rule, tcb, SegmentKind.ACK, tcb.sndNxt());
    }

    /** Answers the arriving segment as {@code rule} says, with {@code <ACK=RCV.NXT>}. */
    void answer(Rule rule, Tcb tcb, SegmentKind kind, int seq) {
        if (decisions.answers(rule, this, tcb)) {
            send(tcb, kind, seq, tcb.rcvNxt());
        }
    }

    /**
     * The RST with which {@code rule} answers the arriving segment, RFC 9293 §3.5.2: it takes its number from the ACK
     * field, or acknowledges all of a segment that has none. It is of that segment's incarnation.
     */
    void answerByReset(Rule rule, Tcb from) {
        if (!decisions.answers(rule, this, from)) {
            return;
        }
        SegmentFormat format = setting.format();
        int incarnation = segment.incarnation();
        if (segment.has(ControlBits.ACK)) {
            send(from, format.pack(SegmentKind.RST, segment.ack(), 0, incarnation));
        } else {
            int ack = space().plus(segment.seq(), segment.length());
            send(from, format.pack(SegmentKind.RST_ACK, space().origin(), ack, incarnation));
        }
    }

    /** The RST with which {@code rule} ends the connection: of the arriving segment's incarnation, but with the own numbers. */
    void answerByOwnReset(Rule rule, Tcb from) {
        if (decisions.answers(rule, this, from)) {
            send(from, setting.format().pack(SegmentKind.RST_ACK, from.sndNxt(), from.rcvNxt(), segment.incarnation()));
        }
    }

    /** Moves SND.NXT over one more octet, SYN or FIN and returns its number. */
    int take(Tcb tcb) {
        int number = tcb.sndNxt();
        int next = space().plus(number, 1);
        if (next > tcb.fields().sndNxt.max()) {
            cut = Bound.SEQUENCE_NUMBERS;
            return number;
        }
        tcb.sndNxt(next);
        tcb.outstanding(tcb.outstanding() + 1);
        ghosts.numbersChanged();
        return number;
    }
}
