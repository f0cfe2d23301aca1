package dev.lastack.scenario.knobs;

import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import dev.lastack.scenario.knobs.KnobTypes.IsnRule;
import dev.lastack.scenario.knobs.KnobTypes.SpanRange;
import dev.lastack.scenario.knobs.KnobTypes.Throttle;
import dev.lastack.scenario.knobs.TickScale.Rounding;
import dev.lastack.scenario.text.Place;

/** Makes the knobs of endpoints and environment, in ticks, from settings as written. */
public final class KnobAssembly {

    /** Small enough to enumerate, large enough for the default window (at most half of it) and for data. */
    private static final int SMALL_SEQUENCE_SPACE = 16;

    private final Settings settings;
    private final Place otherwise;
    private final TickScale scale;

    public KnobAssembly(Settings settings, Place otherwise) {
        this.settings = settings;
        this.otherwise = otherwise;
        this.scale = new TickScale(settings, otherwise);
    }

    public TickScale scale() {
        return scale;
    }

    public EndpointKnobs endpoint(Host host) {
        return new EndpointKnobs(
                timeWait(host),
                new EndpointKnobs.FinWait2(
                        ticks(host, Knobs.FIN_WAIT_2_TIMEOUT, Rounding.NONE, 1),
                        settings.get(host, Knobs.FIN_WAIT_2_RST)),
                new EndpointKnobs.Closing(
                        ticks(host, Knobs.CLOSING_TIMEOUT, Rounding.NONE, 1),
                        settings.get(host, Knobs.CLOSING_FIN),
                        ticks(host, Knobs.LAST_ACK_TIMEOUT, Rounding.NONE, 1)),
                numbers(host),
                new EndpointKnobs.Rst(
                        settings.get(host, Knobs.RST_CHECK),
                        settings.get(host, Knobs.SYN_CHECK),
                        settings.get(host, Knobs.CLOSED_RST),
                        settings.get(host, Knobs.SILENT_RESET)),
                challenge(host),
                new EndpointKnobs.Reception(
                        settings.get(host, Knobs.ACK_CHECK),
                        settings.get(host, Knobs.REASSEMBLY),
                        settings.get(host, Knobs.WINDOW),
                        ticks(host, Knobs.ACK_DELAY, Rounding.NONE, 1)),
                retransmission(host),
                ticks(host, Knobs.KEEP_ALIVE, Rounding.NONE, 1),
                new EndpointKnobs.Crash(
                        ticks(host, Knobs.QUIET_TIME, Rounding.DOWN, 0), settings.get(host, Knobs.CRASH_CLOCK)),
                new EndpointKnobs.User(
                        settings.get(host, Knobs.DATA),
                        settings.get(host, Knobs.CLOSE),
                        open(host),
                        settings.get(host, Knobs.CLOSE_AS),
                        settings.get(host, Knobs.READS)));
    }

    private EndpointKnobs.TimeWait timeWait(Host host) {
        return new EndpointKnobs.TimeWait(
                ticks(host, Knobs.TIME_WAIT, Rounding.DOWN, 0),
                settings.get(host, Knobs.TIME_WAIT_RESTART),
                settings.get(host, Knobs.TIME_WAIT_RST),
                settings.get(host, Knobs.TIME_WAIT_SYN),
                settings.get(host, Knobs.TIME_WAIT_FIN),
                settings.get(host, Knobs.TIME_WAIT_BARE_ACK),
                settings.get(host, Knobs.TIME_WAIT_EVICTION),
                ticks(host, Knobs.TIME_WAIT_REUSE_AFTER, Rounding.DOWN, 0),
                settings.get(host, Knobs.TIME_WAIT_REUSE_NEEDS));
    }

    private EndpointKnobs.Numbers numbers(Host host) {
        IsnRule isn = settings.get(host, Knobs.ISN);
        return new EndpointKnobs.Numbers(isn.kind(), isn.rate(), settings.get(host, Knobs.TIMESTAMPS));
    }

    private EndpointKnobs.Challenge challenge(Host host) {
        Throttle challenges = settings.get(host, Knobs.CHALLENGE_LIMIT);
        return new EndpointKnobs.Challenge(
                challenges.count(), ticks(host, Knobs.CHALLENGE_LIMIT, challenges.per(), Rounding.NONE, 1));
    }

    private EndpointKnobs.Retransmission retransmission(Host host) {
        SpanRange rto = settings.get(host, Knobs.RTO);
        return new EndpointKnobs.Retransmission(
                ticks(host, Knobs.RTO, rto.min(), Rounding.DOWN, leastGap()),
                ticks(host, Knobs.RTO, rto.max(), Rounding.UP, 1),
                ticks(host, Knobs.RTO_BACKOFF, Rounding.NONE, 1),
                settings.get(host, Knobs.RETRANSMISSIONS),
                settings.get(host, Knobs.GIVE_UP),
                settings.get(host, Knobs.SYN_AGAIN_AFTER_RST));
    }

    public Environment environment() {
        Span msl = settings.get(Knobs.MSL);
        boolean hostile = settings.get(Knobs.LOSS) == EndpointKnobs.UNLIMITED
                && settings.get(Knobs.DUPLICATION) == EndpointKnobs.UNLIMITED
                && settings.get(Knobs.REORDERING);
        return new Environment(
                scale.ticks(Knobs.MSL.name(), msl, Rounding.UP, 1, settings.place(Knobs.MSL, otherwise)),
                settings.get(Knobs.LOSS),
                settings.get(Knobs.DUPLICATION),
                settings.get(Knobs.REORDERING),
                settings.find(Knobs.CAPACITY).orElse(hostile ? EndpointKnobs.UNLIMITED : Environment.USUAL_CAPACITY),
                settings.find(Knobs.SEQUENCE_SPACE).orElseGet(this::sequenceSpace),
                settings.get(Knobs.INCARNATIONS),
                settings.get(Knobs.ABORT),
                settings.get(Knobs.CRASH),
                settings.get(Knobs.FORGE),
                settings.get(Knobs.START));
    }

    /** A tick lets time pass; where timers fire in separate steps, a gap may also lie within an instant. */
    private int leastGap() {
        return scale.measured() ? 0 : 1;
    }

    private Open open(Host host) {
        if (settings.sets(host, Knobs.OPEN)) {
            return settings.get(host, Knobs.OPEN);
        }
        return host == Host.A ? Open.ACTIVE : Open.LISTEN;
    }

    private int sequenceSpace() {
        return needsFiniteSpace(Host.A) || needsFiniteSpace(Host.B) ? SMALL_SEQUENCE_SPACE : Environment.UNBOUNDED;
    }

    private boolean needsFiniteSpace(Host host) {
        Isn kind = settings.get(host, Knobs.ISN).kind();
        return kind == Isn.RANDOM || kind == Isn.CLOCK;
    }

    private int ticks(Host host, Knob<Span> knob, Rounding rounding, int least) {
        return ticks(host, knob, settings.get(host, knob), rounding, least);
    }

    private int ticks(Host host, Knob<?> knob, Span span, Rounding rounding, int least) {
        return scale.ticks(knob.name(), span, rounding, least, settings.place(host, knob, otherwise));
    }
}
