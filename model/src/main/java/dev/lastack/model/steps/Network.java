package dev.lastack.model.steps;

import dev.lastack.model.rules.Bound;
import dev.lastack.model.rules.Journal;
import dev.lastack.model.rules.Observation;
import dev.lastack.model.state.Budget;
import dev.lastack.model.state.InFlight;
import dev.lastack.model.state.NetworkMode;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Host;
import org.jspecify.annotations.Nullable;

/**
 * The network: it loses, duplicates and reorders segments, and none is in it for longer than MSL. It sees nothing of the hosts
 * but what they send.
 */
public final class Network {

    private final Environment environment;
    private final SegmentFormat format;
    private final NetworkMode mode;
    private final @Nullable Journal journal;
    private final InFlight toA;
    private final InFlight toB;
    private final Budget loss;
    private final Budget duplication;
    private final long[] bits;

    /** The network's part of the loaded state. */
    private final long[] part;

    private long observations;
    private int overflows;
    private int forgotten;
    private Bound cut = Bound.NONE;

    public Network(ResolvedScenario setting, @Nullable Journal journal) {
        this.environment = setting.environment();
        this.format = setting.format();
        this.mode = setting.bounds().networkMode();
        this.journal = journal;
        this.toA = new InFlight(setting, setting.slots(Host.A));
        this.toB = new InFlight(setting, setting.slots(Host.B));
        this.loss = new Budget(setting.shared().lossLeft, environment.loss());
        this.duplication = new Budget(setting.shared().duplicationLeft, environment.duplication());
        this.bits = setting.networkBits();
        this.part = new long[bits.length];
    }

    /** Loads the network's part of a state. */
    public void load(long[] states, int offset) {
        for (int i = 0; i < part.length; i++) {
            part[i] = states[offset + i] & bits[i];
        }
        toA.load(part);
        toB.load(part);
        loss.load(part);
        duplication.load(part);
        restore();
    }

    /** Goes back to what was loaded. */
    void restore() {
        toA.restore();
        toB.restore();
        loss.restore();
        duplication.restore();
        observations = 0;
        overflows = 0;
        forgotten = 0;
        cut = Bound.NONE;
    }

    /** Adds the network's part to a state of which {@code words} hold the rest. */
    void store(long[] words) {
        for (int i = 0; i < part.length; i++) {
            words[i] |= part[i];
        }
        toA.store(words);
        toB.store(words);
        loss.store(words);
        duplication.store(words);
    }

    /** What was observed since the state was loaded. */
    long observations() {
        return observations;
    }

    /** How many segments found their direction full. */
    int overflows() {
        return overflows;
    }

    /** How many segments that arrived found no room to be remembered as originals of copies. */
    int forgotten() {
        return forgotten;
    }

    /** The bound that forbids the step, or {@link Bound#NONE}. */
    Bound cut() {
        return cut;
    }

    public InFlight towards(int owner) {
        return owner == 0 ? toA : toB;
    }

    /** Takes segments; {@code senders} says whom each comes from. */
    void send(int[] senders, long[] sent) {
        for (int i = 0; i < sent.length; i++) {
            send(senders[i], sent[i]);
        }
    }

    /** A segment is lost if the direction is full. */
    private void send(int sender, long packed) {
        InFlight direction = sender == 0 ? toB : toA;
        int twin = direction.slotOfOlderTwin(packed);
        boolean overflows = twin < 0 && direction.full();
        if (overflows) {
            overflow();
        } else if (twin >= 0) {
            direction.mergeInto(twin, packed);
        } else {
            direction.add(packed);
        }
        if (journal != null) {
            journal.sent.add(new Journal.Sent(sender == 0 ? Host.A : Host.B, packed, overflows));
        }
    }

    private void overflow() {
        observations |= Observation.OVERFLOW.bit();
        overflows++;
        if (!loss.spend(1)) {
            cut = cut.or(Bound.CAPACITY);
        }
    }

    /** Whether the segment in {@code slot} towards {@code owner} can be the next to arrive. */
    boolean deliverable(int owner, int slot) {
        return environment.reordering() || loss.allows(waitingBefore(towards(owner), slot));
    }

    /** Takes the segment in {@code slot} to its receiver and leaves what may arrive once more. Returns the segment. */
    long deliver(int owner, int slot) {
        InFlight direction = towards(owner);
        long packed = direction.at(slot);
        if (format.arrived(packed)) {
            spendDuplication();
        } else if (mode != NetworkMode.MERGING) {
            take(direction, slot);
            if (mode == NetworkMode.MARKING && duplication.allows(1)) {
                remember(direction, format.markArrived(packed));
            }
        }
        return packed;
    }

    /** Without reordering an arrival loses whatever is older, and copies of older segments cannot follow it. */
    private void take(InFlight direction, int slot) {
        if (environment.reordering()) {
            direction.remove(slot);
            return;
        }
        loss.spend(waitingBefore(direction, slot));
        for (int i = 0; i <= slot; i++) {
            direction.remove(0);
        }
    }

    private void remember(InFlight direction, long arrived) {
        int twin = direction.slotOfOlderTwin(arrived);
        if (twin >= 0) {
            direction.mergeInto(twin, arrived);
        } else if (!environment.reordering()) {
            direction.addFirst(arrived);
        } else if (direction.remembered() < direction.slots() - environment.boundedCapacity()) {
            direction.add(arrived);
        } else {
            // A network that may duplicate need not: the run goes on as it would without duplication.
            forgotten++;
        }
    }

    private int waitingBefore(InFlight direction, int slot) {
        int waiting = 0;
        for (int i = 0; i < slot; i++) {
            if (!format.arrived(direction.at(i))) {
                waiting++;
            }
        }
        return waiting;
    }

    /**
     * Lets a tick pass: what is of age MSL leaves the network, all else grows older. Returns whether it may pass: a
     * segment that has not arrived and must not be lost has to arrive first.
     */
    boolean grow() {
        return grow(toA, Host.A) && grow(toB, Host.B);
    }

    private boolean grow(InFlight direction, Host to) {
        int slot = 0;
        while (slot < direction.size()) {
            long packed = direction.at(slot);
            if (format.age(packed) < environment.msl()) {
                direction.replace(slot, format.older(packed));
                slot++;
            } else if (expire(packed, to)) {
                direction.remove(slot);
            } else {
                return false;
            }
        }
        return true;
    }

    /** Lets all that is of age MSL leave the network; returns whether it may. */
    boolean leave() {
        return leave(toA, Host.A) && leave(toB, Host.B);
    }

    private boolean leave(InFlight direction, Host to) {
        int slot = 0;
        while (slot < direction.size()) {
            long packed = direction.at(slot);
            if (format.age(packed) < environment.msl()) {
                slot++;
            } else if (expire(packed, to)) {
                direction.remove(slot);
            } else {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether it makes a difference that the segment in {@code slot} can leave before the tick: it has reached its age, and
     * there may be no room for what the next step sends or remembers.
     */
    boolean mayMakeRoom(int owner, int slot) {
        InFlight direction = towards(owner);
        return format.age(direction.at(slot)) == environment.msl() && direction.isCrowded();
    }

    /** Lets the segment in {@code slot} leave the network; returns whether it may. */
    boolean leave(int owner, int slot) {
        InFlight direction = towards(owner);
        boolean may = expire(direction.at(slot), owner == 0 ? Host.A : Host.B);
        direction.remove(slot);
        return may;
    }

    private boolean expire(long packed, Host to) {
        boolean lost = mode != NetworkMode.MERGING && !format.arrived(packed);
        if (journal != null) {
            journal.expired.add(new Journal.Expired(to, packed, lost));
        }
        if (lost) {
            observations |= Observation.LOSS.bit();
        }
        return !lost || loss.spend(1);
    }

    /** Observes whether a segment of an incarnation whose TIME-WAIT is over can still arrive anywhere. */
    void observeDrained(int[] incarnations) {
        for (int incarnation : incarnations) {
            if (holds(toA, incarnation) || holds(toB, incarnation)) {
                observations |= Observation.UNDRAINED.bit();
            }
        }
    }

    private boolean holds(InFlight direction, int incarnation) {
        for (int slot = 0; slot < direction.size(); slot++) {
            if (format.incarnation(direction.at(slot)) == incarnation) {
                return true;
            }
        }
        return false;
    }

    /** A copy arrives; after the last that may, nothing is remembered for further ones. */
    private void spendDuplication() {
        duplication.spend(1);
        if (!duplication.allows(1)) {
            toA.forgetArrived();
            toB.forgetArrived();
        }
    }
}
