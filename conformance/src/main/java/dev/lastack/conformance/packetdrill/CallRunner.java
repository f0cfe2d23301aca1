package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.call.CallOutcome;
import dev.lastack.conformance.packetdrill.call.CallReader;
import dev.lastack.conformance.packetdrill.call.SocketCall;
import dev.lastack.conformance.packetdrill.call.Sockets;
import dev.lastack.conformance.packetdrill.call.Symbols;
import dev.lastack.conformance.packetdrill.call.UnsupportedCallException;
import dev.lastack.conformance.packetdrill.network.Errno;
import dev.lastack.conformance.packetdrill.network.Mismatch;
import dev.lastack.conformance.packetdrill.network.ScriptLadder;
import dev.lastack.conformance.packetdrill.script.Expression;
import dev.lastack.conformance.packetdrill.script.ScriptAction.SystemCall;
import dev.lastack.conformance.packetdrill.script.ScriptEvent;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Runs system calls: at most one blocks while the script continues, and its result is checked when it returns. */
final class CallRunner {

    private final Sockets sockets;
    private final long tolerance;
    private @Nullable Pending pending;

    /** A call that blocks. */
    private record Pending(ScriptEvent event, SystemCall call, SocketCall attempt, long end, OptionalLong wake) {}

    /**
     * @param tolerance microseconds that the end of a blocking call may be off
     */
    CallRunner(Sockets sockets, long tolerance) {
        this.sockets = sockets;
        this.tolerance = tolerance;
    }

    boolean underWay() {
        return pending != null;
    }

    /** When the call under way has to be looked at again, whatever happens. */
    long wake() {
        return pending == null
                ? Long.MAX_VALUE
                : Math.min(pending.end() + tolerance, pending.wake().orElse(Long.MAX_VALUE));
    }

    /**
     * Runs the call of an event.
     *
     * @param end when a call that blocks is to return; empty if the call is to return at once
     */
    void begin(ScriptEvent event, SystemCall call, OptionalLong end) throws Mismatch, UnsupportedCallException {
        SocketCall attempt = CallReader.read(call);
        CallOutcome outcome = attempt.attempt(sockets);
        if (!outcome.isBlocked()) {
            check(event, call, outcome);
            checkTime(event, call, end.orElse(sockets.network().now()));
        } else if (end.isEmpty()) {
            throw new Mismatch(call.toString(), "a call that blocks");
        } else {
            pending = new Pending(event, call, attempt, end.getAsLong(), outcome.wake());
        }
    }

    /** Tries the call under way once more; it fails when its time is over. */
    void retry() throws Mismatch, UnsupportedCallException {
        if (pending == null) {
            return;
        }
        Pending call = pending;
        CallOutcome outcome = call.attempt().attempt(sockets);
        if (!outcome.isBlocked()) {
            pending = null;
            check(call.event(), call.call(), outcome);
            checkTime(call.event(), call.call(), call.end());
        } else if (sockets.network().now() >= call.end() + tolerance) {
            throw new Mismatch(
                    call.call() + " by " + ScriptLadder.seconds(call.end()),
                    "a call that still blocks",
                    call.event().position());
        } else {
            pending = new Pending(call.event(), call.call(), call.attempt(), call.end(), outcome.wake());
        }
    }

    private void checkTime(ScriptEvent event, SystemCall call, long end) throws Mismatch {
        long now = sockets.network().now();
        if (Math.abs(now - end) > tolerance) {
            throw new Mismatch(
                    call + " at " + ScriptLadder.seconds(end),
                    "its return at " + ScriptLadder.seconds(now),
                    event.position());
        }
    }

    private static void check(ScriptEvent event, SystemCall call, CallOutcome outcome) throws Mismatch {
        if (call.result() instanceof Expression.Ellipsis) {
            return;
        }
        OptionalLong value = Symbols.value(call.result());
        boolean sameValue = value.isPresent() && value.getAsLong() == outcome.value();
        Errno error = outcome.error();
        boolean sameError =
                error == null ? call.error().isEmpty() : call.error().isEmpty() ? false : error.isCalled(call.error());
        if (!sameValue || !sameError) {
            throw new Mismatch(call.toString(), "= " + outcome.shown(), event.position());
        }
        if (!outcome.remark().isEmpty()) {
            throw new Mismatch(call.toString(), outcome.remark(), event.position());
        }
    }
}
