package dev.lastack.model.state;

import dev.lastack.model.rules.Ghosts;
import dev.lastack.scenario.knobs.EndpointKnobs;

/** What no rule reads of one endpoint, but the claims do; see {@link Ghosts}. */
public final class GhostFields {

    /** The TCB's incarnation, counted from the lowest there is. */
    final StateLayout.Field incarnation;
    /** One bit per incarnation: whether the host was ESTABLISHED in it. */
    public final StateLayout.Field wasEstablished;
    /** Octets sent in this incarnation that the peer's TCB of it has not received. */
    public final StateLayout.Field undelivered;
    /** Octets that the peer's TCB of this incarnation has sent to this one and that have not arrived. */
    public final StateLayout.Field owed;
    /** The TCB is gone after it had closed by FIN; the peer's TCB is of the same incarnation. */
    public final StateLayout.Field closedByFin;
    /** The TCB that this one agreed its numbers with is gone. */
    public final StateLayout.Field orphan;

    GhostFields(TcbFields.Declaring declare, EndpointKnobs knobs, EndpointKnobs.User peer, FieldRanges bounds) {
        // Where OPENs may share an incarnation a host must know which ones it has already met.
        incarnation = declare.field(
                        "incarnation",
                        bounds.environment().incarnations() - bounds.lowestIncarnation(),
                        bounds.bothOpenActively() ? TcpStates.ALL : TcpStates.ALIVE)
                .ghost();
        wasEstablished = declare.field("was ESTABLISHED", bounds.establishedBits(knobs), TcpStates.ALL)
                .ghost();
        undelivered = declare.field("undelivered", knobs.user().data(), TcpStates.SYNCHRONIZED)
                .ghost();
        // Only a peer who closes both directions can take back what it has sent.
        owed = declare.field("owed", peer.closesFully() ? peer.data() : 0, TcpStates.AWAITING_TEXT)
                .ghost();
        closedByFin = declare.flag("closed by FIN", true, TcpStates.GONE).ghost();
        orphan = declare.flag("orphan", true, TcpStates.BEYOND_SYN_SENT).ghost();
    }
}
