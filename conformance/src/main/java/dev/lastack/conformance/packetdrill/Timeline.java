package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.call.UnsupportedCallException;
import dev.lastack.conformance.packetdrill.network.Mismatch;
import dev.lastack.conformance.packetdrill.network.ScriptNetwork;
import dev.lastack.conformance.packetdrill.script.EventTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The clock of a run: it moves as far as events ask, stops at every timer, and lets a call that blocks try again. */
final class Timeline {

    /** More steps than this at one instant are a stack whose deadline never passes. */
    private static final int MOST_AT_ONE_INSTANT = 10_000;

    private final ScriptNetwork network;
    private final CallRunner calls;
    private long lastEvent;

    Timeline(ScriptNetwork network, CallRunner calls) {
        this.network = network;
        this.calls = calls;
    }

    /** The instant at which an event's time begins. */
    long start(EventTime time) {
        return base(time) + time.from();
    }

    /** The last instant of an event's time. */
    long end(EventTime time) {
        return base(time) + time.until();
    }

    /** When a blocking call is to return; relative to the event before, as its start is. */
    OptionalLong end(EventTime time, OptionalLong callEnd) {
        return callEnd.isPresent() ? OptionalLong.of(base(time) + callEnd.getAsLong()) : callEnd;
    }

    private long base(EventTime time) {
        return time.relative() ? lastEvent : 0;
    }

    long lastEvent() {
        return lastEvent;
    }

    void eventAt(long instant) {
        lastEvent = instant;
    }

    /** Waits for the blocking call under way, at most as long as the script lets it take. */
    void settle() throws Mismatch, UnsupportedCallException {
        calls.retry();
        while (calls.underWay()) {
            until(calls.wake(), () -> calls.underWay() ? Optional.empty() : Optional.of(true));
        }
    }

    /** Moves the clock to {@code target}; every timer due by then has fired. */
    void moveTo(long target) throws Mismatch, UnsupportedCallException {
        until(target, Optional::empty);
    }

    /** Moves the clock until something turns up, at most to {@code target}. */
    <T> Optional<T> until(long target, Supplier<Optional<T>> wanted) throws Mismatch, UnsupportedCallException {
        int steps = 0;
        calls.retry();
        Optional<T> found = wanted.get();
        while (found.isEmpty() && (network.now() < target || timerIsDue())) {
            long before = network.now();
            network.step(Math.min(target, calls.wake()));
            calls.retry();
            found = wanted.get();
            steps = network.now() == before ? steps + 1 : 0;
            if (steps > MOST_AT_ONE_INSTANT) {
                throw new Mismatch("a timer that fires once", "a deadline that never passes");
            }
        }
        return found;
    }

    private boolean timerIsDue() {
        OptionalLong deadline = network.deadline();
        return deadline.isPresent() && deadline.getAsLong() <= network.now();
    }
}
