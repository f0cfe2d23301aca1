package dev.lastack.probe.lwip;

import com.sun.jna.Pointer;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.conformance.stack.Variables;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.UserError;
import dev.lastack.endpoint.wire.FourTuple;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One end of a connection of lwIP. Its instants count from when it was made, in ticks of a quarter of a second; it
 * chooses its initial sequence numbers itself.
 */
public final class LwipStack implements StackUnderTest, AutoCloseable {

    /** {@code enum tcp_state} of lwIP, from CLOSED = 0 on. */
    private static final List<TcpState> STATES = List.of(
            TcpState.CLOSED,
            TcpState.LISTEN,
            TcpState.SYN_SENT,
            TcpState.SYN_RECEIVED,
            TcpState.ESTABLISHED,
            TcpState.FIN_WAIT_1,
            TcpState.FIN_WAIT_2,
            TcpState.CLOSE_WAIT,
            TcpState.CLOSING,
            TcpState.LAST_ACK,
            TcpState.TIME_WAIT);

    private static final Set<TcpState> FIN_UNACKNOWLEDGED =
            EnumSet.of(TcpState.FIN_WAIT_1, TcpState.CLOSING, TcpState.LAST_ACK);

    private static final Set<TcpState> CLOSED_BY_USER = EnumSet.of(
            TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2, TcpState.CLOSING, TcpState.LAST_ACK, TcpState.TIME_WAIT);

    /** tcp_slowtmr ends TIME-WAIT when more than 2 TCP_MSL of half seconds have passed. */
    private static final int TIME_WAIT_TICKS = 2 * (2 * 60 * 2 + 1);

    private static final int[] SIGNALS = {1, 2, 4, 8};
    private static final byte[] NO_OCTETS = {};

    private final LwipWorld world;
    private final FourTuple tuple;
    private final Pointer connection;
    private final long start;

    public LwipStack(LwipWorld world, FourTuple tuple) {
        this.world = world;
        this.tuple = tuple;
        this.start = world.ticks();
        this.connection = world.lwip()
                .lastack_new(tuple.localAddress(), tuple.localPort(), tuple.remoteAddress(), tuple.remotePort());
    }

    @Override
    public Reaction open(long now) {
        tick(now);
        int error = world.lwip().lastack_open(connection);
        return reaction(TcpState.CLOSED, error == 0 ? Optional.empty() : Optional.of(alreadyExists()));
    }

    @Override
    public Reaction listen(long now) {
        tick(now);
        int error = world.lwip().lastack_listen(connection);
        return reaction(TcpState.CLOSED, error == 0 ? Optional.empty() : Optional.of(alreadyExists()));
    }

    private static UserError alreadyExists() {
        return UserError.CONNECTION_ALREADY_EXISTS;
    }

    @Override
    public Reaction send(byte[] octets, long now) {
        tick(now);
        TcpState before = present();
        if (before != TcpState.ESTABLISHED && before != TcpState.CLOSE_WAIT) {
            return reaction(before, refusal(before));
        }
        int accepted = world.lwip().lastack_send(connection, octets, octets.length);
        Reaction reaction = reaction(before, Optional.empty());
        return new Reaction(reaction.segments(), reaction.signals(), reaction.error(), accepted, NO_OCTETS, List.of());
    }

    @Override
    public Reaction receive(int limit, long now) {
        tick(now);
        TcpState before = present();
        byte[] octets = new byte[Math.min(limit, readable())];
        int received = world.lwip().lastack_receive(connection, octets, octets.length);
        Reaction reaction = reaction(before, Optional.empty());
        return new Reaction(
                reaction.segments(),
                reaction.signals(),
                reaction.error(),
                0,
                Arrays.copyOf(octets, received),
                List.of());
    }

    @Override
    public Reaction close(long now) {
        tick(now);
        TcpState before = present();
        // After CLOSE of one direction it closes the other.
        int error = world.lwip().lastack_close(connection);
        return reaction(before, error == 0 && !CLOSED_BY_USER.contains(before) ? Optional.empty() : refusal(before));
    }

    @Override
    public Reaction shutdown(long now) {
        tick(now);
        TcpState before = present();
        if (CLOSED_BY_USER.contains(before)) {
            return reaction(before, refusal(before));
        }
        int error = world.lwip().lastack_shutdown(connection);
        return reaction(before, error == 0 ? Optional.empty() : refusal(before));
    }

    @Override
    public Reaction abort(long now) {
        tick(now);
        TcpState before = present();
        int error = world.lwip().lastack_abort(connection);
        return reaction(before, error == 0 ? Optional.empty() : refusal(before));
    }

    private static Optional<UserError> refusal(TcpState state) {
        return Optional.of(
                CLOSED_BY_USER.contains(state) ? UserError.CONNECTION_CLOSING : UserError.CONNECTION_DOES_NOT_EXIST);
    }

    @Override
    public Reaction arrive(byte[] segment, long now) {
        tick(now);
        TcpState before = present();
        world.arrive(segment, tuple);
        return reaction(before, Optional.empty());
    }

    @Override
    public Reaction advance(long now) {
        TcpState before = present();
        tick(now);
        return reaction(before, Optional.empty());
    }

    private void tick(long now) {
        world.advanceTo(start + now / LwipWorld.TICK);
    }

    private Reaction reaction(TcpState before, Optional<UserError> error) {
        List<UserSignal> signals = new ArrayList<>();
        int told = world.lwip().lastack_signals(connection);
        List<UserSignal> names = List.of(
                UserSignal.OPENED,
                UserSignal.CLOSING,
                before == TcpState.SYN_SENT ? UserSignal.REFUSED : UserSignal.RESET,
                UserSignal.ABORTED);
        for (int i = 0; i < SIGNALS.length; i++) {
            if ((told & SIGNALS[i]) != 0) {
                signals.add(names.get(i));
            }
        }
        if (signals.isEmpty() && FIN_UNACKNOWLEDGED.contains(before) && !FIN_UNACKNOWLEDGED.contains(present())) {
            signals.add(UserSignal.CLOSED);
        }
        return new Reaction(world.sent(tuple), signals, error, 0, NO_OCTETS, List.of());
    }

    /** The next tick, at which lwIP looks at its timers; at once if another connection's tick made this one send. */
    @Override
    public OptionalLong deadline() {
        if (world.hasSent(tuple)) {
            return OptionalLong.of((world.ticks() - start) * LwipWorld.TICK);
        }
        TcpState state = present();
        return state == TcpState.CLOSED || state == TcpState.LISTEN
                ? OptionalLong.empty()
                : OptionalLong.of((world.ticks() - start + 1) * LwipWorld.TICK);
    }

    /** When TIME-WAIT ends; empty in every other state. */
    public OptionalLong timeWaitEnd() {
        if (present() != TcpState.TIME_WAIT) {
            return OptionalLong.empty();
        }
        long entry = world.ticks() - 2L * world.lwip().lastack_waited(connection);
        return OptionalLong.of((entry + TIME_WAIT_TICKS - start) * LwipWorld.TICK);
    }

    @Override
    public int readable() {
        return world.lwip().lastack_readable(connection);
    }

    @Override
    public boolean endOfStream() {
        return world.lwip().lastack_ended(connection) != 0;
    }

    private TcpState present() {
        return STATES.get(world.lwip().lastack_state(connection));
    }

    @Override
    public Optional<TcpState> state() {
        return Optional.of(present());
    }

    @Override
    public Optional<Variables> variables() {
        int[] variables = new int[3];
        world.lwip().lastack_variables(connection, variables);
        return Optional.of(new Variables(
                Integer.toUnsignedLong(variables[0]),
                Integer.toUnsignedLong(variables[1]),
                Integer.toUnsignedLong(variables[2])));
    }

    /** Takes the connection away without a segment; it cannot be used afterwards. */
    @Override
    public void close() {
        world.lwip().lastack_forget(connection);
        world.sent(tuple);
    }
}
