package dev.lastack.endpoint;

import dev.lastack.scenario.EndpointKnobs;

/** How long to wait before a retransmission: RFC 6298, or the gaps of the knobs. */
final class RetransmissionTimeout {

    private static final long CLOCK_GRANULARITY = 1_000;
    private static final int MOST_DOUBLINGS = 30;

    private final EndpointConfig config;
    private final RtoChoice choice;
    private long srtt;
    private long rttvar;
    private boolean measured;
    private int doublings;

    RetransmissionTimeout(EndpointConfig config, RtoChoice choice) {
        this.config = config;
        this.choice = choice;
    }

    /** The gap, microseconds, to the next transmission of the oldest unacknowledged segment. */
    long next() {
        EndpointKnobs knobs = config.knobs();
        long base = measured
                ? Math.max(config.micros(knobs.rtoMin()), srtt + Math.max(CLOCK_GRANULARITY, 4 * rttvar))
                : choice.choose(config.micros(knobs.rtoMin()), config.micros(knobs.rtoMax()));
        if (knobs.rtoBackoffCap() == EndpointKnobs.OFF) {
            return base;
        }
        return Math.min(base << doublings, Math.max(base, config.micros(knobs.rtoBackoffCap())));
    }

    /** The timer expired: RFC 6298 §5.5 doubles the gap. */
    void backOff() {
        doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
    }

    /** New numbers were acknowledged. */
    void progress() {
        doublings = 0;
    }

    /** A measured round trip, RFC 6298 §2.2 and §2.3. */
    void sample(long rtt) {
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
