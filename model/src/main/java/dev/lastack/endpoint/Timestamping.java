package dev.lastack.endpoint;

import dev.lastack.endpoint.Segment.Timestamps;
import java.util.Optional;

/** The timestamps option, RFC 7323 §3 to §5. */
final class Timestamping {

    private static final long UNSIGNED = 0xFFFFFFFFL;

    private final EndpointConfig config;

    Timestamping(EndpointConfig config) {
        this.config = config;
    }

    /** RFC 7323 §5.2: {@code value} comes before {@code recent} on a 32-bit circle. */
    static boolean older(long value, long recent) {
        return (int) (value - recent) < 0;
    }

    /** TSval: the own clock in ticks. */
    long clock(long now) {
        return now / config.tick() & UNSIGNED;
    }

    /** The option of a segment sent now; SYN offers it, later segments carry it once both ends have. */
    Optional<Timestamps> option(Tcb tcb, boolean offer, boolean reset, long now) {
        // An RST carries none, so that it is never judged by a clock (RFC 1323 §4.2).
        if (reset || !(tcb.timestamps || (offer && config.knobs().timestamps()))) {
            return Optional.empty();
        }
        return Optional.of(new Timestamps(clock(now), tcb.timestamps ? tcb.tsRecent : 0));
    }

    /** A SYN arrived: TS.Recent starts with it, if it offers timestamps and so do we. */
    void begin(Tcb tcb, Segment syn) {
        tcb.timestamps = config.knobs().timestamps() && syn.timestamps().isPresent();
        tcb.tsRecent = tcb.timestamps ? syn.timestamps().get().value() : 0;
    }

    /** RFC 7323 §4.3 (2): TS.Recent follows segments that cover Last.ACK.sent. */
    void follow(Tcb tcb, Segment segment, SequenceNumbers numbers) {
        if (!tcb.timestamps || segment.timestamps().isEmpty()) {
            return;
        }
        long value = segment.timestamps().get().value();
        if (!older(value, tcb.tsRecent) && numbers.lessOrEqual(segment.seq(), tcb.lastAckSent)) {
            tcb.tsRecent = value;
        }
    }

    /** RFC 7323 §3.2: after negotiation a segment without the option is dropped, an RST excepted. */
    boolean missing(Tcb tcb, Segment segment) {
        return tcb.timestamps && segment.timestamps().isEmpty() && !segment.rst();
    }
}
