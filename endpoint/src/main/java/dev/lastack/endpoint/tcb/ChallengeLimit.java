package dev.lastack.endpoint.tcb;

import dev.lastack.scenario.knobs.EndpointKnobs;

/** RFC 5961 §7: at most so many challenge ACKs in a period. */
public final class ChallengeLimit {

    private final EndpointConfig config;
    private long periodEnds = Long.MIN_VALUE;
    private int sent;

    public ChallengeLimit(EndpointConfig config) {
        this.config = config;
    }

    /** Counts a challenge ACK at {@code now} if it may be sent. */
    public boolean allows(long now) {
        EndpointKnobs knobs = config.knobs();
        if (knobs.challenge().limit() == EndpointKnobs.OFF) {
            return true;
        }
        if (now >= periodEnds) {
            periodEnds = now + config.micros(knobs.challenge().period());
            sent = 0;
        }
        if (sent == knobs.challenge().limit()) {
            return false;
        }
        sent++;
        return true;
    }
}
