package dev.lastack.model.steps;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.rules.Counters;
import dev.lastack.model.rules.Journal;
import dev.lastack.model.rules.Outcome;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.InFlight;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.NetworkMode;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Generates the steps of a state, in the order of their actions. A step has two sides: what it does at the hosts, and what it
 * does in the network. A state's words are taken apart accordingly, and put together again.
 */
public final class TerminationExpander implements Expander {

    private static final int HOSTS = 2;

    private final ResolvedScenario setting;
    private final HostSteps hosts;
    private final Network network;
    private final Forgeries forgeries;
    private final SegmentFormat format;
    private final boolean reordering;
    private final boolean marking;
    private final long[] hostBits;
    private final Counters counters;
    private final boolean leaving;
    private final boolean networkFirst;

    /** The hosts' part of the source. */
    private final long[] part;

    /** The target of the step taken last. */
    private final long[] words;

    private Outcome outcome = Outcome.NOTHING;
    private long arriving;

    /** A generator whose hosts do what {@code hosts} says. */
    public TerminationExpander(ResolvedScenario setting, HostSteps hosts, @Nullable Journal journal) {
        this.setting = setting;
        this.hosts = hosts;
        this.network = new Network(setting, journal);
        this.forgeries = new Forgeries(setting);
        this.format = setting.format();
        this.reordering = setting.environment().reordering();
        this.marking = setting.bounds().networkMode() == NetworkMode.MARKING;
        this.counters = new Counters(setting);
        this.leaving = setting.order().timersAreSteps();
        this.networkFirst = setting.order() == InstantOrder.NETWORK_FIRST;
        this.hostBits = setting.hostBits();
        this.part = new long[hostBits.length];
        this.words = new long[hostBits.length];
    }

    /** A generator that takes every step by the rules; {@code journal}, if there is one, is written by {@link #perform}. */
    public TerminationExpander(Rulebook rulebook, @Nullable Journal journal) {
        this(rulebook.scenario(), new HostRules(rulebook, journal), journal);
    }

    /** A generator for very many states: it remembers what happens at the hosts. */
    public static TerminationExpander remembering(Rulebook rulebook) {
        ResolvedScenario setting = rulebook.scenario();
        return new TerminationExpander(
                setting,
                new HostStepCache(
                        new HostRules(rulebook, null), setting.layout().words()),
                null);
    }

    @Override
    public long[] counters() {
        return counters.counts();
    }

    @Override
    public void initial(StepSink sink) {
        sink.step(0, 0, InitialState.of(setting), 0);
    }

    @Override
    public void successors(long[] states, int offset, StepSink sink) {
        load(states, offset);
        Enabled enabled = hosts.enabled();
        takeAll(enabled.userCalls(), sink);
        takeArrivals(ActionKind.ARRIVAL, enabled, sink);
        if (marking) {
            takeArrivals(ActionKind.DUPLICATE, enabled, sink);
        }
        takeAll(enabled.crashes(), sink);
        if (enabled.forges()) {
            takeForgeries(enabled, sink);
        }
        takeAll(enabled.ticks(), sink);
        takeAll(enabled.timers(), sink);
        if (leaving) {
            takeLeaves(sink);
        }
        takeAll(enabled.lateCalls(), sink);
    }

    private void load(long[] states, int offset) {
        for (int i = 0; i < part.length; i++) {
            part[i] = states[offset + i] & hostBits[i];
        }
        hosts.load(part);
        network.load(states, offset);
    }

    private void takeAll(int[] actions, StepSink sink) {
        for (int action : actions) {
            take(action, sink);
        }
    }

    private void takeArrivals(ActionKind kind, Enabled enabled, StepSink sink) {
        for (int owner = 0; owner < HOSTS; owner++) {
            InFlight direction = network.towards(owner);
            long previous = 0;
            for (int slot = 0; slot < direction.size(); slot++) {
                long packed = direction.at(slot);
                // Of equal segments it makes no difference which arrives.
                boolean same = packed == previous && reordering;
                boolean again = marking && format.arrived(packed);
                previous = packed;
                if (!same && again == (kind == ActionKind.DUPLICATE) && network.deliverable(owner, slot)) {
                    int choices = choices(format.kind(packed), owner, enabled);
                    for (int choice = 0; choice < choices; choice++) {
                        take(Action.code(kind, owner, slot, choice), sink);
                    }
                }
            }
        }
    }

    private void takeLeaves(StepSink sink) {
        for (int owner = 0; owner < HOSTS; owner++) {
            InFlight direction = network.towards(owner);
            long previous = 0;
            for (int slot = 0; slot < direction.size(); slot++) {
                long packed = direction.at(slot);
                boolean same = packed == previous && reordering;
                previous = packed;
                if (!same && network.mayMakeRoom(owner, slot)) {
                    take(Action.code(ActionKind.LEAVE, owner, slot, 0), sink);
                }
            }
        }
    }

    private void takeForgeries(Enabled enabled, StepSink sink) {
        for (int owner = 0; owner < HOSTS; owner++) {
            for (int forgery = 0; forgery < forgeries.count(); forgery++) {
                int choices = choices(forgeries.kind(forgery), owner, enabled);
                for (int choice = 0; choice < choices; choice++) {
                    take(Action.code(ActionKind.FORGE, owner, 0, forgeries.choice(forgery, choice)), sink);
                }
            }
        }
    }

    private static int choices(SegmentKind kind, int owner, Enabled enabled) {
        return kind == SegmentKind.SYN ? enabled.synChoices()[owner] : 1;
    }

    private void take(int action, StepSink sink) {
        if (perform(action)) {
            if (cut() == Bound.NONE) {
                counters.add(outcome.counted(), network.overflows(), network.forgotten());
                sink.step(action, observations(), words, 0);
            } else {
                sink.cut(action, cut().index());
            }
        }
        network.restore();
    }

    /** Takes one step, which must be possible; returns false if it has to wait for an arrival. */
    public boolean perform(long[] states, int offset, int action) {
        load(states, offset);
        return perform(action);
    }

    private boolean perform(int action) {
        ActionKind kind = Action.kindOf(action);
        switch (kind) {
            case ARRIVAL, DUPLICATE -> arriving = network.deliver(Action.ownerOf(action), Action.slotOf(action));
            case FORGE -> arriving = forgeries.segment(forgeries.forgery(Action.choiceOf(action)));
            case OPEN, SEND, CLOSE, ABORT, CRASH, TICK, TIMER, LEAVE, RECEIVE, FULL_CLOSE, EVICTION -> arriving = 0;
        }
        if (!networkLets(action)) {
            return false;
        }
        boolean tick = kind == ActionKind.TICK;
        outcome = hosts.take(Action.event(action), format.read(arriving));
        if (tick) {
            // Between the 2MSL timers and the others, which may send again.
            network.observeDrained(outcome.timeWaitsOver());
        }
        network.send(outcome.senders(), outcome.sent());
        if (!tick) {
            network.observeDrained(outcome.timeWaitsOver());
        }
        for (int i = 0; i < words.length; i++) {
            words[i] = outcome.hosts()[i];
        }
        network.store(words);
        return true;
    }

    /** Lets segments leave as the step has it; returns whether all that leave may. */
    private boolean networkLets(int action) {
        return switch (Action.kindOf(action)) {
            case TICK -> network.grow();
            case LEAVE -> network.leave(Action.ownerOf(action), Action.slotOf(action));
            case TIMER ->
                !networkFirst || Timer.of(Action.choiceOf(action)) != Timer.TIME_WAIT_TIMEOUT || network.leave();
            case OPEN, SEND, CLOSE, ABORT, ARRIVAL, DUPLICATE, CRASH, FORGE, RECEIVE, FULL_CLOSE, EVICTION -> true;
        };
    }

    /** The state that the step taken last leads to. */
    public long[] words() {
        return words;
    }

    /** What was observed of the step taken last. */
    public long observations() {
        return outcome.observations() | network.observations();
    }

    /** The bound that forbids the step taken last, of several the first of {@link Bound}, or {@link Bound#NONE}. */
    public Bound cut() {
        return outcome.cut().or(network.cut());
    }

    /** What the step taken last did at the hosts. */
    public Outcome outcome() {
        return outcome;
    }

    /** The segment that arrived in the step taken last, or 0. */
    public long arriving() {
        return arriving;
    }

    /** The segments in flight, as the step taken last left them. */
    Network network() {
        return network;
    }
}
