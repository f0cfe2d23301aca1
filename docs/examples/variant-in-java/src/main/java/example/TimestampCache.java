package example;

import dev.lastack.model.Decisions;
import dev.lastack.model.OwnFields;
import dev.lastack.model.OwnTimestamp;
import dev.lastack.model.Rule;
import dev.lastack.model.Step;
import dev.lastack.model.Tcb;

/**
 * A host remembers the last timestamp of its peer when a connection has gone, and drops what is older when the next one
 * begins: the "per-host cache of the last timestamp received" of RFC 1323, appendix B.2, meant to stand in for TIME-WAIT.
 */
public class TimestampCache extends Decisions {

    private final OwnTimestamp last;

    public TimestampCache(OwnFields fields) {
        this(fields, 4);
    }

    /** The timestamp is forgotten when it is older than {@code kept} ticks. */
    protected TimestampCache(OwnFields fields, int kept) {
        last = fields.timestamp("cached TSval", kept);
    }

    @Override
    public void ending(Tcb tcb) {
        last.remember(tcb);
    }

    /** From then on PAWS compares with TS.Recent, which is newer. */
    @Override
    public boolean follows(Rule rule, Step step, Tcb tcb) {
        return switch (rule) {
            case LISTEN_TAKES_SYN, SYN_SENT_ESTABLISHED, SYN_SENT_CROSSED -> last.compare(tcb, step.segment()) >= 0;
            default -> true;
        };
    }
}
