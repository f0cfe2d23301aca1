package dev.lastack.model.zones;

import com.google.common.primitives.Ints;
import dev.lastack.checker.StepSink;
import dev.lastack.checker.zones.Constraint;
import dev.lastack.checker.zones.DifferenceBound;
import dev.lastack.checker.zones.Edge;
import dev.lastack.checker.zones.Fading;
import dev.lastack.checker.zones.Location;
import dev.lastack.checker.zones.OptionalClocks;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Timer;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.scenario.knobs.Durations;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what can happen in a control whose slots stand for any number of segments in flight, see {@link Copies}. Whatever a
 * network does that counts its copies, this one does too, and it does more: a retransmission may come at any time up to its
 * greatest gap, a segment may be lost at any age, and what may be duplicated at all may arrive any number of times. So what no
 * run violates here, none violates there.
 *
 * <p>More copies and younger ones can do whatever fewer and older ones can. So an optional segment stays, whatever arrives, until
 * it is older than MSL, and no clock is bounded from below but that of a timer with one length.
 *
 * <p>The rules take their steps from controls that hold only what must arrive, and one optional segment at a time: then it is
 * known what is observed because of it. Confined to one thread.
 */
final class UncountedSteps implements OptionalClocks, StepSink {

    private static final int HOSTS = 2;

    private final ResolvedScenario setting;
    private final long msl;
    private final boolean duplicates;
    private final TerminationExpander expander;
    private final Clockwork source;
    private final Clockwork target;
    private final Guards guards;
    private final Copies copies;
    private final List<Edge> edges = new ArrayList<>();

    /** For each host, the slots of the control that the expander sees. */
    private final List<List<Integer>> seen = List.of(new ArrayList<>(), new ArrayList<>());

    /** What was observed of each action while only segments that must arrive were in flight. */
    private final Map<Integer, Long> observed = new HashMap<>();

    /** The optional segment that the expander sees too. */
    private Optional<Slot> optional = Optional.empty();

    private record Slot(int owner, int number) {}

    /** {@code network} is that of the scenario, whose copies are counted. */
    UncountedSteps(Rulebook rulebook, Durations durations, Environment network, ZoneFlight flight) {
        this.setting = rulebook.scenario();
        this.msl = durations.msl();
        this.duplicates = network.duplication() != 0;
        this.expander = TerminationExpander.remembering(rulebook);
        this.source = new Clockwork(setting);
        this.target = new Clockwork(setting);
        this.guards = new Guards(durations, TimerLengths.withAnyGap(durations), source);
        this.copies = new Copies(flight == ZoneFlight.UNCOUNTED);
    }

    @Override
    public Location apply(long[] control) {
        source.load(control, 0);
        edges.clear();
        observed.clear();
        List<Slot> slots = slots();
        optional = Optional.empty();
        expander.successors(inFlight(), 0, this);
        slots.stream().filter(slot -> !isOptional(slot)).forEach(this::takeLoss);
        long[] ceilings = guards.ceilings();
        List<Fading> fadings = new ArrayList<>();
        for (Slot each : slots) {
            if (isOptional(each)) {
                optional = Optional.of(each);
                expander.successors(inFlight(), 0, this);
                int clock = source.clock(each.owner, each.number);
                ceilings[clock - 1] = DifferenceBound.NONE;
                fadings.add(new Fading(clock, id(each), DifferenceBound.atMost(msl), without(control, each)));
            }
        }
        return new Location(control, ceilings, greatest(), fadings, edges);
    }

    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int slot = 0; slot < source.segments(owner); slot++) {
                slots.add(new Slot(owner, slot));
            }
        }
        return slots;
    }

    private boolean isOptional(Slot slot) {
        return source.isOptional(slot.owner, slot.number);
    }

    private long[] greatest() {
        long[] greatest = new long[source.clocks()];
        Arrays.fill(greatest, DifferenceBound.NONE);
        Arrays.fill(greatest, 0, source.segments(), Location.ONLY_FROM_ABOVE);
        for (int owner = 0; owner < HOSTS; owner++) {
            int clock = source.clock(owner, Timer.RETRANSMISSION);
            if (clock != 0) {
                greatest[clock - 1] = Location.ONLY_FROM_ABOVE;
            }
        }
        return greatest;
    }

    /** The loaded control with what must arrive in flight, and the optional segment that is looked at; with marks for ages. */
    private long[] inFlight() {
        long[] words = source.marked();
        for (int owner = 0; owner < HOSTS; owner++) {
            List<Integer> here = seen.get(owner);
            here.clear();
            for (int slot = 0; slot < source.segments(owner); slot++) {
                Slot each = new Slot(owner, slot);
                if (!isOptional(each) || optional.filter(each::equals).isPresent()) {
                    here.add(slot);
                }
            }
            StateLayout.Field[] fields = fields(owner);
            long[] marked = words.clone();
            for (int i = 0; i < fields.length; i++) {
                fields[i].setLong(words, i < here.size() ? fields[here.get(i)].getLong(marked) : 0);
            }
        }
        return words;
    }

    /** What an optional segment is called in every control: its direction and what it says. */
    private long id(Slot slot) {
        return source.copy(slot.owner, slot.number).header() * HOSTS + slot.owner;
    }

    @Override
    public long[] core(long[] control) {
        return with(control, new long[0]);
    }

    @Override
    public long[] with(long[] control, long[] ids) {
        target.load(control, 0);
        long[] words = control.clone();
        for (int owner = 0; owner < HOSTS; owner++) {
            copies.clear();
            for (int slot = 0; slot < target.segments(owner); slot++) {
                if (!target.isOptional(owner, slot)) {
                    copies.add(target.copy(owner, slot));
                }
            }
            for (long id : ids) {
                if (id % HOSTS == owner) {
                    copies.add(new Copies.Copy(id / HOSTS, 0, 0, true));
                }
            }
            write(words, owner);
        }
        return words;
    }

    private long[] without(long[] control, Slot slot) {
        copies.clear();
        for (int number = 0; number < source.segments(slot.owner); number++) {
            if (number != slot.number) {
                copies.add(source.copy(slot.owner, number));
            }
        }
        long[] fewer = control.clone();
        write(fewer, slot.owner);
        return fewer;
    }

    private StateLayout.Field[] fields(int owner) {
        return setting.slots(owner == 0 ? Host.A : Host.B);
    }

    /** The same action with the slot of the control. */
    private int inControl(int action) {
        ActionKind kind = Action.kindOf(action);
        return kind == ActionKind.ARRIVAL || kind == ActionKind.LEAVE
                ? Action.code(kind, Action.ownerOf(action), slot(action), Action.choiceOf(action))
                : action;
    }

    private int slot(int action) {
        return seen.get(Action.ownerOf(action)).get(Action.slotOf(action));
    }

    @Override
    public void step(int action, long observations, long[] words, int offset) {
        // A tick is no step: time passes in every location.
        if (Action.kindOf(action) == ActionKind.TICK) {
            return;
        }
        int inControl = inControl(action);
        if (optional.isEmpty()) {
            observed.put(inControl, observations);
            add(action, observations, guards.of(inControl), words);
        } else if (isOfOptional(action)) {
            add(action, observations, new Constraint[] {atMostMsl()}, words);
        } else if (observations != observed.getOrDefault(inControl, observations)) {
            add(action, observations, joined(guards.of(inControl), inFlightAt(inControl)), words);
        }
    }

    private boolean isOfOptional(int action) {
        return Action.kindOf(action) == ActionKind.ARRIVAL
                && optional.filter(new Slot(Action.ownerOf(action), slot(action))::equals)
                        .isPresent();
    }

    private Constraint atMostMsl() {
        return Constraint.atMost(clockOfOptional(), msl);
    }

    /** The optional segment is in flight; the network ranks before the 2MSL timer. */
    private Constraint inFlightAt(int action) {
        boolean end = Action.kindOf(action) == ActionKind.TIMER
                && Timer.of(Action.choiceOf(action)) == Timer.TIME_WAIT_TIMEOUT;
        return end ? Constraint.lessThan(clockOfOptional(), msl) : atMostMsl();
    }

    private int clockOfOptional() {
        Slot slot = optional.orElseThrow();
        return source.clock(slot.owner, slot.number);
    }

    /** A copy that must arrive may be lost instead, at any time. */
    private void takeLoss(Slot slot) {
        long[] words = inFlight();
        int action =
                Action.code(ActionKind.LEAVE, slot.owner, seen.get(slot.owner).indexOf(slot.number), 0);
        if (expander.perform(words, 0, action) && expander.cut() == Bound.NONE) {
            add(action, expander.observations(), Guards.ALWAYS, expander.words());
        }
    }

    private void add(int action, long observations, Constraint[] guard, long[] words) {
        target.load(words, 0);
        long[] control = target.control();
        int[] ofTimers = target.origins(source);
        ofTimers = Arrays.copyOfRange(ofTimers, target.segments(), ofTimers.length);
        int[] origins = {};
        int inControl = inControl(action);
        for (int owner = 0; owner < HOSTS; owner++) {
            gather(owner, inControl);
            if (copies.size() > fields(owner).length) {
                edges.add(Edge.cut(inControl, guard, Bound.CAPACITY.index()));
                return;
            }
            origins = Ints.concat(origins, write(control, owner));
        }
        edges.add(Edge.taken(inControl, observations, guard, control, Ints.concat(origins, ofTimers)));
    }

    /** Reads what the step left in flight, what is optional, and what can arrive again. */
    private void gather(int owner, int action) {
        copies.clear();
        for (int slot = 0; slot < source.segments(owner); slot++) {
            boolean again = duplicates
                    && Action.kindOf(action) == ActionKind.ARRIVAL
                    && Action.ownerOf(action) == owner
                    && Action.slotOf(action) == slot;
            if (again || source.isOptional(owner, slot)) {
                copies.add(source.copy(owner, slot).asOptional());
            }
        }
        for (int slot = 0; slot < target.segments(owner); slot++) {
            copies.add(target.copy(owner, slot, source));
        }
        copies.merge();
    }

    /** Puts the copies into the slots of a control; returns the clocks that they go on with. */
    private int[] write(long[] control, int owner) {
        StateLayout.Field[] fields = fields(owner);
        int[] origins = new int[copies.size()];
        for (int slot = 0; slot < fields.length; slot++) {
            fields[slot].setLong(control, slot < origins.length ? copies.packed(slot) : 0);
        }
        for (int slot = 0; slot < origins.length; slot++) {
            origins[slot] = copies.at(slot).origin();
        }
        return origins;
    }

    private static Constraint[] joined(Constraint[] guard, Constraint more) {
        Constraint[] joined = Arrays.copyOf(guard, guard.length + 1);
        joined[guard.length] = more;
        return joined;
    }

    @Override
    public void cut(int action, int bound) {
        if (optional.isEmpty()) {
            edges.add(Edge.cut(inControl(action), guards.of(inControl(action)), bound));
        } else if (isOfOptional(action)) {
            edges.add(Edge.cut(inControl(action), new Constraint[] {atMostMsl()}, bound));
        }
    }

    @Override
    public void cut(int bound) {
        throw new AssertionError("the step that a bound cuts is known");
    }
}
