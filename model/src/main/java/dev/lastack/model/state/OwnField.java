package dev.lastack.model.state;

import dev.lastack.scenario.knobs.Host;

/** A number that a variant in Java remembers, see {@link OwnFields}. */
public final class OwnField {

    private final StateLayout.Field atA;
    private final StateLayout.Field atB;

    OwnField(StateLayout.Field atA, StateLayout.Field atB) {
        this.atA = atA;
        this.atB = atB;
    }

    StateLayout.Field of(Host host) {
        return host == Host.A ? atA : atB;
    }

    /** The number; 0 where the field means nothing. */
    public int get(Tcb tcb) {
        StateLayout.Field field = of(tcb.host());
        return field.liveIn(tcb.state()) ? tcb.get(field) : 0;
    }

    /**
     * Remembers {@code value}.
     *
     * @throws IllegalStateException if the field does not hold it, or there is no TCB that it belongs to
     */
    public void set(Tcb tcb, int value) {
        StateLayout.Field field = of(tcb.host());
        if (value < 0 || value > field.max() || !field.liveIn(tcb.state())) {
            throw new IllegalStateException("%s of %s in %s holds %s, not %d"
                    .formatted(
                            field.name(),
                            tcb.host(),
                            tcb.state(),
                            field.liveIn(tcb.state()) ? "0 to " + field.max() : "nothing",
                            value));
        }
        tcb.set(field, value);
    }
}
