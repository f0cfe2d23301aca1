package dev.lastack.model.steps;

import dev.lastack.model.rules.Outcome;
import org.jspecify.annotations.Nullable;

/** What can happen for one value of the hosts' part of a state, and the outcomes that are known so far. */
final class KnownHosts {

    private static final int FIRST_SLOTS = 8;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] hosts;
    private final Enabled enabled;

    /** Open addressing, at most half full. */
    private @Nullable Outcome[] outcomes = new Outcome[FIRST_SLOTS];

    private int size;

    KnownHosts(long[] hosts, Enabled enabled) {
        this.hosts = hosts;
        this.enabled = enabled;
    }

    boolean isOf(long[] others) {
        long different = 0;
        for (int i = 0; i < hosts.length; i++) {
            different |= hosts[i] ^ others[i];
        }
        return different == 0;
    }

    long[] hosts() {
        return hosts;
    }

    Enabled enabled() {
        return enabled;
    }

    /** The outcome of an event, if it is known. */
    @Nullable
    Outcome outcome(int event, long arriving) {
        int slot = slot(event, arriving);
        Outcome outcome = outcomes[slot];
        while (outcome != null && !outcome.isOf(event, arriving)) {
            slot = slot + 1 & outcomes.length - 1;
            outcome = outcomes[slot];
        }
        return outcome;
    }

    /** Adds an outcome that is not known. */
    void add(Outcome outcome) {
        size++;
        if (size > outcomes.length / 2) {
            @Nullable Outcome[] known = outcomes;
            outcomes = new Outcome[2 * known.length];
            for (Outcome old : known) {
                if (old != null) {
                    put(old);
                }
            }
        }
        put(outcome);
    }

    private void put(Outcome outcome) {
        int slot = slot(outcome.event(), outcome.arriving());
        while (outcomes[slot] != null) {
            slot = slot + 1 & outcomes.length - 1;
        }
        outcomes[slot] = outcome;
    }

    private int slot(int event, long arriving) {
        return Long.hashCode((arriving * FACTOR + event) * FACTOR) & outcomes.length - 1;
    }
}
