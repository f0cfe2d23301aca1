package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.UserOption;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One connection of the host under test: its stack, its numbers, and what a socket would know of it. */
public final class ScriptConnection {

    private final FourTuple tuple;
    private final StackUnderTest stack;
    private final SequenceMap numbers = new SequenceMap();
    private boolean begun;
    private boolean opened;
    private boolean accepted;
    private boolean peerClosed;
    private boolean sendingEnded;
    private boolean finAcknowledged;
    private boolean dead;
    private long octetsAccepted;
    private @Nullable Errno error;

    ScriptConnection(FourTuple tuple, StackUnderTest stack) {
        this.tuple = tuple;
        this.stack = stack;
    }

    FourTuple tuple() {
        return tuple;
    }

    public StackUnderTest stack() {
        return stack;
    }

    public SequenceMap numbers() {
        return numbers;
    }

    /** ESTABLISHED was reached, whatever came after. */
    public boolean opened() {
        return opened;
    }

    boolean accepted() {
        return accepted;
    }

    public void accept() {
        accepted = true;
    }

    /** The peer's FIN was received. */
    public boolean peerClosed() {
        return peerClosed || stack.endOfStream();
    }

    /** The own FIN was acknowledged: CLOSE returned ok. */
    public boolean finAcknowledged() {
        return finAcknowledged;
    }

    /** Ended by RST, refusal or user timeout. */
    public boolean dead() {
        return dead;
    }

    public boolean hasError() {
        return error != null;
    }

    /** The pending error, which is told once. */
    @Nullable
    public Errno takeError() {
        Errno pending = error;
        error = null;
        return pending;
    }

    /** An OPEN forgets what became of the incarnation before. */
    void begin() {
        begun = true;
        opened = false;
        accepted = false;
        peerClosed = false;
        sendingEnded = false;
        finAcknowledged = false;
        dead = false;
        octetsAccepted = 0;
        error = null;
    }

    /** Nothing of the connection is left; a stack that does not show its state is asked for the end it told. */
    public boolean gone() {
        return !begun || stack.state().map(state -> state == TcpState.CLOSED).orElse(dead);
    }

    public void set(Map<UserOption, Long> options) {
        options.forEach(stack::set);
    }

    /** Octets that SEND accepted in this incarnation. */
    public void sending(int accepted) {
        octetsAccepted += accepted;
    }

    /** Octets accepted and not yet acknowledged; empty for a stack that does not show its variables. */
    public OptionalLong unacknowledged() {
        return stack.variables().stream()
                .mapToLong(variables -> octetsAccepted - numbers.acknowledged(variables.sndUna(), octetsAccepted))
                .findFirst();
    }

    void hear(Reaction reaction) {
        for (UserSignal signal : reaction.signals()) {
            switch (signal) {
                case OPENED -> open();
                case CLOSING -> peerClosed = true;
                case CLOSED -> finAcknowledged = true;
                case REFUSED -> end(Errno.ECONNREFUSED);
                case RESET -> end(reset());
                case ABORTED -> end(Errno.ETIMEDOUT);
            }
        }
    }

    /** A stack that opens once more was reopened in TIME-WAIT: to a socket this is another connection. */
    private void open() {
        if (opened) {
            begin();
        }
        opened = true;
    }

    /** The user has ended the own direction: in CLOSE-WAIT this leads to LAST-ACK. */
    public void endSending() {
        sendingEnded = true;
    }

    /** Linux calls a reset during OPEN a refusal, in CLOSE-WAIT a broken pipe, and anywhere else a reset. */
    private Errno reset() {
        if (!opened) {
            return Errno.ECONNREFUSED;
        }
        return peerClosed && !sendingEnded ? Errno.EPIPE : Errno.ECONNRESET;
    }

    private void end(Errno why) {
        dead = true;
        error = why;
    }
}
