package dev.lastack.model.steps;

import dev.lastack.model.rules.Outcome;
import dev.lastack.model.state.Action;

/**
 * What happens at the hosts in a step. It depends on two things alone: on the hosts' part of the state, which is all of it but
 * what belongs to the {@link Network}, and on the event, which is what a user, an adversary, or the clock does, and the
 * segment that arrives. The network decides which segments can arrive, and what becomes of those that are sent.
 */
public interface HostSteps {

    /** Goes to a state: that of whose words {@code hosts} holds the hosts' part, all other bits being 0. */
    void load(long[] hosts);

    /** What can happen in the loaded state. */
    Enabled enabled();

    /**
     * Takes a step from the loaded state.
     *
     * @param event an action without its slot, see {@link Action#event}
     * @param arriving the segment that arrives, as its receiver reads it, or 0
     */
    Outcome take(int event, long arriving);
}
