package dev.lastack.endpoint.tcb;

import dev.lastack.scenario.knobs.EndpointKnobs;
import java.util.OptionalLong;

/** How long to wait before a retransmission: RFC 6298, or the gaps of the knobs. */
public final class RetransmissionTimeout {

    private static final long CLOCK_GRANULARITY = 1_000;
    private static final int MOST_DOUBLINGS = 30;

    private final EndpointConfig config;
    private final TimerChoice choice;
    private long srtt;
    private long rttvar;
    private boolean measured;
    private int doublings;
    private long startedAt;

    public RetransmissionTimeout(EndpointConfig config, TimerChoice choice) {
        this.config = config;
        this.choice = choice;
    }

    /** When the oldest unacknowledged segment, just sent, is due again. */
    public long start(long now) {
        startedAt = now;
        return now + gap(config.knobs().retransmission().rtoMin());
    }

    /** The deadline was reached: a later one, if the choice is to wait for it. */
    public OptionalLong postpone(long now) {
        long waited = now - startedAt;
        long longest = gap(config.knobs().retransmission().rtoMax());
        long more = waited < longest ? Math.min(choice.more(waited, longest), longest - waited) : 0;
        return more > 0 ? OptionalLong.of(now + more) : OptionalLong.empty();
    }

    private long gap(int first) {
        EndpointKnobs knobs = config.knobs();
        long base = measured
                ? Math.max(config.micros(first), srtt + Math.max(CLOCK_GRANULARITY, 4 * rttvar))
                : config.micros(first);
        if (knobs.retransmission().backoffCap() == EndpointKnobs.OFF) {
            return base;
        }
        return Math.min(
                base << doublings,
                Math.max(base, config.micros(knobs.retransmission().backoffCap())));
    }

    /** The timer expired: RFC 6298 §5.5 doubles the gap. */
    public void backOff() {
        doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
    }

    /** New numbers were acknowledged. */
    public void progress() {
        doublings = 0;
    }

    /** A measured round trip, RFC 6298 §2.2 and §2.3. */
    public void sample(long rtt) {
        if (!config.measuredRto()) {
            return;
        }
        if (measured) {
            rttvar = (3 * rttvar + Math.abs(srtt - rtt)) / 4;
            srtt = (7 * srtt + rtt) / 8;
        } else {
            srtt = rtt;
            rttvar = rtt / 2;
            measured = true;
        }
    }
}
