package dev.lastack.model.state;

import dev.lastack.model.steps.HostSteps;
import dev.lastack.model.steps.Network;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** A scenario, resolved once per run: where everything lies in the packed words. */
public final class ResolvedScenario {

    private static final int A = 0;
    private static final int B = 1;

    private final Scenario scenario;
    private final Set<Reduction> reductions;
    private final FieldRanges bounds;
    private final SequenceSpace space;
    private final OwnFields ownFields;
    private final SegmentFormat format;
    private final StateLayout layout;
    private final StateLayout.Field[][] slots;
    private final TcbFields[] fields;
    private final SharedFields shared;
    private final long[] networkBits;
    private final long[] hostBits;

    /**
     * Resolves {@code scenario}.
     *
     * @param declaring is handed the fields that a variant may declare, before the layout is fixed
     */
    public ResolvedScenario(
            Scenario scenario, Set<Reduction> reductions, InstantOrder order, Consumer<OwnFields> declaring) {
        this.scenario = scenario;
        this.reductions = Collections.unmodifiableSet(EnumSet.copyOf(reductions));
        this.bounds = new FieldRanges(scenario, order);
        this.space = new SequenceSpace(environment().sequenceSpace());
        this.format = new SegmentFormat(bounds);
        StateLayout.Builder builder = new StateLayout.Builder();
        this.slots = new StateLayout.Field[][] {slots(builder, B, "toA slot "), slots(builder, A, "toB slot ")};
        this.shared = new SharedFields(builder, scenario);
        this.fields = new TcbFields[] {new TcbFields(builder, Host.A, bounds), new TcbFields(builder, Host.B, bounds)};
        this.ownFields = new OwnFields(builder, bounds);
        declaring.accept(ownFields);
        this.layout = builder.build(reductions);
        this.networkBits = layout.bitsOf(networkFields());
        this.hostBits = LongStream.of(networkBits).map(bits -> ~bits).toArray();
    }

    /** What the network alone reads and writes. */
    private List<StateLayout.Field> networkFields() {
        List<StateLayout.Field> fields = new ArrayList<>(List.of(shared.lossLeft, shared.duplicationLeft));
        fields.addAll(List.of(slots[A]));
        fields.addAll(List.of(slots[B]));
        return fields;
    }

    private StateLayout.Field[] slots(StateLayout.Builder builder, int sender, String name) {
        StateLayout.Field[] fields = new StateLayout.Field[environment().boundedCapacity() + bounds.rememberedCopies()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = builder.slot(sender, name + i, format.width());
        }
        return fields;
    }

    public Scenario scenario() {
        return scenario;
    }

    public Environment environment() {
        return scenario.environment();
    }

    public InstantOrder order() {
        return bounds.order();
    }

    public FieldRanges bounds() {
        return bounds;
    }

    public SequenceSpace space() {
        return space;
    }

    /** Those asked for, without those that do not apply. */
    public Set<Reduction> reductions() {
        return reductions;
    }

    public boolean symmetric() {
        return reductions.contains(Reduction.SYMMETRY);
    }

    /** What the variant remembers beyond the TCBs. */
    public OwnFields ownFields() {
        return ownFields;
    }

    public SegmentFormat format() {
        return format;
    }

    public StateLayout layout() {
        return layout;
    }

    /** By word, the bits of a state that belong to the {@link Network}; not to be written to. */
    public long[] networkBits() {
        return networkBits;
    }

    /** By word, all other bits of a state: what the hosts depend on, see {@link HostSteps}; not to be written to. */
    public long[] hostBits() {
        return hostBits;
    }

    /** The slots of the direction towards {@code host}. */
    public StateLayout.Field[] slots(Host host) {
        return slots[host.index()];
    }

    /** What the clock behind ISNs shows when it starts: the ISS of incarnation 1; 0 without such a clock. */
    public int isnClockAtBoot(EndpointKnobs knobs) {
        return knobs.numbers().isn() == Isn.CLOCK ? space.plus(space.origin(), -1) : 0;
    }

    public TcbFields fields(Host host) {
        return fields[host.index()];
    }

    public SharedFields shared() {
        return shared;
    }
}
