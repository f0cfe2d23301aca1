package dev.lastack.model;

import static dev.lastack.scenario.EndpointKnobs.UNLIMITED;

import dev.lastack.scenario.Environment;
import dev.lastack.scenario.Host;
import java.util.List;

/** The network: it loses, duplicates and reorders segments, and none is in it for longer than MSL. */
final class Network {

    /** The bounds that can cut a step, by their numbers. */
    static final List<String> BOUNDS = List.of("capacity", "sequence numbers", "remembered copies");

    static final int CAPACITY = 0;
    static final int SEQUENCE_NUMBERS = 1;
    static final int REMEMBERED_COPIES = 2;

    private final Step step;
    private final Environment environment;
    private final SegmentFormat format;
    private final SharedFields shared;
    private final NetworkMode mode;
    private final InFlight toA;
    private final InFlight toB;

    Network(Setting setting, Step step) {
        this.step = step;
        this.environment = setting.environment();
        this.format = setting.format();
        this.shared = setting.shared();
        this.mode = setting.bounds().networkMode();
        this.toA = new InFlight(setting, setting.slots(Host.A));
        this.toB = new InFlight(setting, setting.slots(Host.B));
    }

    void load(long[] words) {
        toA.load(words);
        toB.load(words);
    }

    void restore() {
        toA.restore();
        toB.restore();
    }

    void store(long[] words) {
        toA.store(words);
        toB.store(words);
    }

    InFlight towards(int owner) {
        return owner == 0 ? toA : toB;
    }

    /** Takes a segment from {@code from}; it is lost if the direction is full. */
    void send(Tcb from, long packed) {
        InFlight direction = from.host() == Host.A ? toB : toA;
        int twin = direction.slotOfOlderTwin(packed);
        boolean overflows = twin < 0 && direction.full();
        if (overflows) {
            step.observe(Observation.OVERFLOW);
            step.counters().overflow();
            if (!spendLosses(1)) {
                step.cut(CAPACITY);
            }
        } else if (twin >= 0) {
            direction.mergeInto(twin, packed);
        } else {
            direction.add(packed);
        }
        Journal journal = step.journal();
        if (journal != null) {
            journal.sent.add(new Journal.Sent(from.host(), packed, overflows));
        }
    }

    /** Whether the segment in {@code slot} towards {@code owner} can be the next to arrive. */
    boolean deliverable(int owner, int slot) {
        return environment.reordering() || waitingBefore(towards(owner), slot) <= lossesAllowed();
    }

    /** Takes the segment in {@code slot} to its receiver and leaves what may arrive once more. */
    void deliver(int owner, int slot) {
        InFlight direction = towards(owner);
        long packed = direction.at(slot);
        if (format.arrived(packed)) {
            spendDuplication();
            return;
        }
        if (mode.leavesArrived()) {
            return;
        }
        if (!environment.reordering()) {
            overtake(direction, slot);
        } else {
            direction.remove(slot);
        }
        if (mode == NetworkMode.MARKING && duplicationsAllowed()) {
            remember(direction, format.markArrived(packed));
        }
    }

    /** Without reordering an arrival loses whatever is older, and copies of older segments cannot follow it. */
    private void overtake(InFlight direction, int slot) {
        spendLosses(waitingBefore(direction, slot));
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
        } else if (direction.remembered() < direction.slots() - environment.capacity()) {
            direction.add(arrived);
        } else {
            step.cut(REMEMBERED_COPIES);
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
            } else if (expire(direction, slot, to)) {
                direction.remove(slot);
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean expire(InFlight direction, int slot, Host to) {
        long packed = direction.at(slot);
        boolean lost = !mode.leavesArrived() && !format.arrived(packed);
        Journal journal = step.journal();
        if (journal != null) {
            journal.expired.add(new Journal.Expired(to, packed, lost));
        }
        if (lost) {
            step.observe(Observation.LOSS);
        }
        return !lost || spendLosses(1);
    }

    /** Whether a segment of {@code incarnation} can still arrive anywhere. */
    boolean holds(int incarnation) {
        return holds(toA, incarnation) || holds(toB, incarnation);
    }

    private boolean holds(InFlight direction, int incarnation) {
        for (int slot = 0; slot < direction.size(); slot++) {
            if (format.incarnation(direction.at(slot)) == incarnation) {
                return true;
            }
        }
        return false;
    }

    private int lossesAllowed() {
        return environment.loss() == UNLIMITED ? UNLIMITED : shared.lossLeft.get(step.words());
    }

    private boolean spendLosses(int count) {
        int allowed = lossesAllowed();
        if (count > allowed) {
            return false;
        }
        if (allowed != UNLIMITED && count > 0) {
            shared.lossLeft.set(step.words(), allowed - count);
        }
        return true;
    }

    private boolean duplicationsAllowed() {
        return environment.duplication() == UNLIMITED || shared.duplicationLeft.get(step.words()) > 0;
    }

    /** A copy arrives; after the last that may, nothing is remembered for further ones. */
    private void spendDuplication() {
        if (environment.duplication() == UNLIMITED) {
            return;
        }
        int left = shared.duplicationLeft.get(step.words()) - 1;
        shared.duplicationLeft.set(step.words(), left);
        if (left == 0) {
            toA.forgetArrived();
            toB.forgetArrived();
        }
    }
}
