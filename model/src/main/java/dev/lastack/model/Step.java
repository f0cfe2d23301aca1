package dev.lastack.model;

import dev.lastack.scenario.Host;
import org.jspecify.annotations.Nullable;

/**
 * A step while it is taken: the packed words that it works on, the views on them, and what has been observed so far. The
 * rules share one instance per generator.
 */
public final class Step {

    /** No bound forbids the step. */
    static final int NOT_CUT = -1;

    /** More than any step sends. */
    private static final int MOST_EMISSIONS = 16;

    private final Setting setting;
    private final long[] loaded;
    private final long[] words;
    private final Tcb a;
    private final Tcb b;
    private final Network network;
    private final Segment segment;
    private final Ghosts ghosts;
    private final Decisions decisions;
    private final Counters counters = new Counters();
    private final @Nullable Journal journal;

    private long observations;
    private int cut;
    private final long[] sent = new long[MOST_EMISSIONS];
    private final Tcb[] senders = new Tcb[MOST_EMISSIONS];
    private int emissions;

    Step(Setting setting, @Nullable Journal journal) {
        this.setting = setting;
        this.loaded = new long[setting.layout().words()];
        this.words = new long[loaded.length];
        this.a = new Tcb(Host.A, setting, words);
        this.b = new Tcb(Host.B, setting, words);
        this.network = new Network(setting, this);
        this.segment = new Segment(setting.format());
        this.ghosts = new Ghosts(setting, this);
        this.decisions = setting.decisions();
        this.journal = journal;
    }

    /** Loads the state at {@code states[offset..]}. */
    void load(long[] states, int offset) {
        for (int i = 0; i < words.length; i++) {
            loaded[i] = states[offset + i];
            words[i] = loaded[i];
        }
        network.load(words);
        a.load();
        b.load();
    }

    /** Starts a step from the loaded state. */
    void begin(ActionKind kind, int owner) {
        for (int i = 0; i < words.length; i++) {
            words[i] = loaded[i];
        }
        network.restore();
        a.load();
        b.load();
        observations = 0;
        cut = NOT_CUT;
        emissions = 0;
        ghosts.begin();
        counters.begin(kind, owner);
    }

    /** Ends the step: {@link #words} is the state that it leads to. */
    void finish() {
        ghosts.finish();
        network.store(words);
    }

    long[] words() {
        return words;
    }

    Setting setting() {
        return setting;
    }

    /** How sequence numbers are compared. */
    public SequenceSpace space() {
        return setting.space();
    }

    Tcb tcb(int owner) {
        return owner == 0 ? a : b;
    }

    /** The other endpoint. */
    Tcb peer(Tcb tcb) {
        return tcb == a ? b : a;
    }

    Network network() {
        return network;
    }

    /** The segment that arrives. */
    public Segment segment() {
        return segment;
    }

    Ghosts ghosts() {
        return ghosts;
    }

    Counters counters() {
        return counters;
    }

    @Nullable
    Journal journal() {
        return journal;
    }

    long observations() {
        return observations;
    }

    void observe(Observation fact) {
        observations |= fact.bit();
    }

    boolean observed(Observation fact) {
        return fact.in(observations);
    }

    /** The bound that forbids the step, or {@link #NOT_CUT}. */
    int cut() {
        return cut;
    }

    void cut(int bound) {
        cut = bound;
    }

    /** Segments sent so far. */
    int emissions() {
        return emissions;
    }

    /** The segment sent as number {@code emission}, packed, whatever became of it. */
    long sent(int emission) {
        return sent[emission];
    }

    Tcb sender(int emission) {
        return senders[emission];
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
    void tell(Tcb tcb, String message) {
        if (journal != null) {
            journal.told.add(tcb.host() + ": " + message);
        }
    }

    void timerFired(Tcb tcb, Timer timer) {
        observe(Observation.TIMER_FIRED);
        if (journal != null) {
            journal.timers.add(tcb.host() + " " + timer.title());
        }
    }

    /** Lets a TCB change its state. */
    void enter(Tcb tcb, TcpState to) {
        TcpState from = tcb.state();
        observe(Observation.TCP_STATE_CHANGED);
        if (!RfcEdges.allows(from, to)) {
            observe(Observation.TCP_STATE_CHANGED_AGAINST_RFC);
        }
        counters.edge(tcb.host(), from, to);
        tcb.state(to);
        ghosts.numbersChanged();
    }

    /** Ends a TCB; a host that listens then does so again at once. */
    void end(Tcb tcb, End cause) {
        ending(tcb, cause);
        enter(tcb, TcpState.CLOSED);
        ghosts.gone(tcb);
        listenAgain(tcb);
    }

    /** A TCB is about to end. */
    void ending(Tcb tcb, End cause) {
        decisions.ending(tcb);
        ghosts.ended(tcb, cause);
    }

    /** The TCB in TIME-WAIT makes room for another. */
    void replaceTimeWait(Tcb tcb) {
        ending(tcb, End.TIME_WAIT_REPLACED);
        setting.ownFields().forgetConnection(tcb);
    }

    /** How many initial sequence numbers there are to choose from. A forged SYN has no room for more than there are. */
    int issChoices(Tcb tcb) {
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
            ghosts.ended(tcb, End.CRASH);
        }
        if (tcb.state() != TcpState.CLOSED) {
            enter(tcb, TcpState.CLOSED);
        }
        if (alive) {
            ghosts.gone(tcb);
        }
        setting.ownFields().forget(tcb);
        if (tcb.knobs().quietTime() > 0) {
            tcb.set(tcb.timers().quietLeft, tcb.knobs().quietTime());
        }
        listenAgain(tcb);
    }

    /** Sends a segment of the own incarnation. */
    void send(Tcb from, SegmentKind kind, int seq, int ack) {
        send(from, setting.format().pack(kind, seq, ack, from.incarnation()));
    }

    private void send(Tcb from, long unstamped) {
        long packed = setting.format().stamped(unstamped, from.get(from.timers().boot));
        sent[emissions] = packed;
        senders[emissions] = from;
        emissions++;
        observe(Observation.EMISSION);
        network.send(from, packed);
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

    /** Moves SND.NXT over one more octet, SYN or FIN and returns its number. */
    int take(Tcb tcb) {
        int number = tcb.sndNxt();
        int next = space().plus(number, 1);
        if (next > tcb.fields().sndNxt.max()) {
            cut(Network.SEQUENCE_NUMBERS);
            return number;
        }
        tcb.sndNxt(next);
        tcb.outstanding(tcb.outstanding() + 1);
        ghosts.numbersChanged();
        return number;
    }
}
