package dev.lastack.model.state;

import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Declares what the hosts of a variant in Java remember beyond their TCBs. It is part of the state: packed with the rest,
 * told apart by the search, shown in traces. A variant keeps what changes nowhere else.
 */
public final class OwnFields {

    private final StateLayout.Builder builder;
    private final FieldRanges bounds;
    private final List<OwnField> all = new ArrayList<>();
    private final List<OwnField> ofConnections = new ArrayList<>();
    private final List<OwnTimestamp> timestamps = new ArrayList<>();

    OwnFields(StateLayout.Builder builder, FieldRanges bounds) {
        this.builder = builder;
        this.bounds = bounds;
    }

    /** A number from 0 to {@code max} in every TCB: 0 in a new one, and gone with it. */
    public OwnField perConnection(String name, int max) {
        OwnField field = declare(name, max, TcpStates.ALIVE);
        ofConnections.add(field);
        return field;
    }

    /** A number from 0 to {@code max} at every host: 0 at first and after a crash, kept from one connection to the next. */
    public OwnField perHost(String name, int max) {
        return declare(name, max, TcpStates.ALL);
    }

    /**
     * A timestamp of the peer at every host, none at first and after a crash, kept from one connection to the next and
     * forgotten when it is older than {@code kept} ticks.
     */
    public OwnTimestamp timestamp(String name, int kept) {
        if (kept < 1) {
            throw new IllegalArgumentException(name + " is kept for a tick or more, not " + kept);
        }
        boolean used = bounds.timestamps();
        OwnTimestamp timestamp = new OwnTimestamp(
                declare(name + " age+1", used ? kept + 1 : 0, TcpStates.ALL),
                declare(name + " boot", used ? bounds.boots() : 0, TcpStates.ALL));
        timestamps.add(timestamp);
        return timestamp;
    }

    private OwnField declare(String name, int max, Set<TcpState> live) {
        if (max < 0) {
            throw new IllegalArgumentException(name + " holds 0 to " + max + "; give 0 or more");
        }
        if (of(Host.A).stream().anyMatch(field -> field.name().equals(name))) {
            throw new IllegalArgumentException("two fields of the variant are called " + name);
        }
        OwnField declared = new OwnField(
                builder.endpoint(Host.A.index(), name, max, live), builder.endpoint(Host.B.index(), name, max, live));
        all.add(declared);
        return declared;
    }

    /** The fields of {@code host}, for people. */
    public List<StateLayout.Field> of(Host host) {
        return all.stream().map(field -> field.of(host)).toList();
    }

    /** A tick passes. */
    public void grow(Tcb tcb) {
        for (int i = 0; i < timestamps.size(); i++) {
            timestamps.get(i).grow(tcb);
        }
    }

    /** A new TCB takes the place of another. */
    public void forgetConnection(Tcb tcb) {
        forget(tcb, ofConnections);
    }

    /** The host loses its memory. */
    public void forget(Tcb tcb) {
        forget(tcb, all);
    }

    private static void forget(Tcb tcb, List<OwnField> fields) {
        for (OwnField field : fields) {
            tcb.set(field.of(tcb.host()), 0);
        }
    }
}
