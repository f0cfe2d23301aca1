package dev.lastack.endpoint.tcb;

import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.Segment.Timestamps;
import dev.lastack.endpoint.wire.SequenceNumbers;
import java.util.Optional;

/** The timestamps option, RFC 7323 §3 to §5. */
public final class Timestamping {

    private static final long UNSIGNED = 0xFFFFFFFFL;

    private final EndpointConfig config;

    public Timestamping(EndpointConfig config) {
        this.config = config;
    }

    /** RFC 7323 §5.2: {@code value} comes before {@code recent} on a 32-bit circle. */
    public static boolean older(long value, long recent) {
        return (int) (value - recent) < 0;
    }

    /** TSval: the own clock in ticks. */
    long clock(long now) {
        return now / config.tick() & UNSIGNED;
    }

    /**
     * The option of a segment sent now, RFC 7323 §3.2: SYN offers it, and once both ends have, every later segment
     * carries it; an RST SHOULD.
     *
     * @param acknowledges the segment has the ACK bit; TSecr is 0 without it
     */
    public Optional<Timestamps> option(Tcb tcb, boolean offer, boolean acknowledges, long now) {
        if (!(tcb.timestamps || (offer && config.knobs().numbers().timestamps()))) {
            return Optional.empty();
        }
        return Optional.of(new Timestamps(clock(now), acknowledges && tcb.timestamps ? tcb.tsRecent : 0));
    }

    /** A SYN arrived: TS.Recent starts with it, if it offers timestamps and so do we. */
    public void begin(Tcb tcb, Segment syn) {
        tcb.timestamps =
                config.knobs().numbers().timestamps() && syn.timestamps().isPresent();
        tcb.tsRecent = tcb.timestamps ? syn.timestamps().get().value() : 0;
    }

    /**
     * RFC 7323 §4.3 (2): TS.Recent follows segments that cover Last.ACK.sent. An RST was not judged by its timestamp
     * (§5.3 R1), so one that does not end the connection leaves TS.Recent alone.
     */
    public void follow(Tcb tcb, Segment segment, SequenceNumbers numbers) {
        if (!tcb.timestamps || segment.rst() || segment.timestamps().isEmpty()) {
            return;
        }
        long value = segment.timestamps().get().value();
        if (!older(value, tcb.tsRecent) && numbers.lessOrEqual(segment.seq(), tcb.lastAckSent)) {
            tcb.tsRecent = value;
        }
    }

    /** RFC 7323 §3.2: after negotiation a segment without the option is dropped, an RST excepted. */
    public boolean missing(Tcb tcb, Segment segment) {
        return tcb.timestamps && segment.timestamps().isEmpty() && !segment.rst();
    }
}
