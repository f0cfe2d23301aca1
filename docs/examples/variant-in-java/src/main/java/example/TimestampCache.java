package example;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.StepContext;
import dev.lastack.model.state.OwnFields;
import dev.lastack.model.state.OwnTimestamp;
import dev.lastack.model.state.Tcb;

/**
 * A host remembers the last timestamp of its peer when a connection has gone, and accepts a SYN only if the peer's clock has
 * ticked since. This is the "per-host cache of the last timestamp received" of RFC 1323, appendix B.2, which replaces
 * TIME-WAIT.
 */
public final class TimestampCache extends Decisions {

    /** Ticks; nothing in the network is as old, because the scenario's MSL is 1. */
    private static final int KEPT = 3;

    private final OwnTimestamp last;

    public TimestampCache(OwnFields fields) {
        last = fields.timestamp("cached TSval", KEPT);
    }

    @Override
    public void ending(Tcb tcb) {
        last.remember(tcb);
    }

    /** From ESTABLISHED on PAWS compares with TS.Recent, which is newer. */
    @Override
    public boolean follows(Rule rule, StepContext step, Tcb tcb) {
        return switch (rule) {
            case LISTEN_TAKES_SYN, SYN_SENT_ESTABLISHED, SYN_SENT_CROSSED -> last.compare(tcb, step.segment()) > 0;
            default -> true;
        };
    }
}
