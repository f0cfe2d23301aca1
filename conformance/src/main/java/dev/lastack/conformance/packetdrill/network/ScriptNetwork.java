package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.UserOption;
import dev.lastack.endpoint.wire.FourTuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The host under test on a network of one peer, and the virtual clock of both. */
public final class ScriptNetwork {

    private static final int LOCAL_ADDRESS = 0xC0A80001; // 192.168.0.1
    private static final int REMOTE_ADDRESS = 0xC0000201; // 192.0.2.1
    private static final int FIRST_EPHEMERAL_PORT = 32768;

    /** A call to a stack at an instant. */
    @FunctionalInterface
    public interface Call {
        Reaction on(StackUnderTest stack, long now);
    }

    private final ScriptStackFactory factory;
    private final int bindPort;
    private final int connectPort;
    private final ScriptLadder ladder;
    private final Map<UserOption, Long> hostOptions;
    private final List<ScriptConnection> connections = new ArrayList<>();
    private final Map<Integer, Socket> listening = new HashMap<>();
    private final Deque<Sent> sent = new ArrayDeque<>();
    private int nextEphemeral = FIRST_EPHEMERAL_PORT;
    private long now;
    private boolean awaitsFirstPacket;
    private int newestListener;
    private @Nullable ScriptConnection current;

    /**
     * A host without connections at instant 0.
     *
     * @param bindPort of a listener that names none
     * @param connectPort the peer's, where a script names none
     * @param hostOptions what each connection has unless its socket sets it otherwise, if its stack knows the option
     */
    public ScriptNetwork(
            ScriptStackFactory factory,
            int bindPort,
            int connectPort,
            ScriptLadder ladder,
            Map<UserOption, Long> hostOptions) {
        this.hostOptions = Map.copyOf(hostOptions);
        this.factory = factory;
        this.bindPort = bindPort;
        this.connectPort = connectPort;
        this.ladder = ladder;
    }

    public long now() {
        return now;
    }

    public int bindPort() {
        return bindPort;
    }

    public int connectPort() {
        return connectPort;
    }

    /** Segments sent that no event of the script has met, in order. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The first segment of a connection that no event of the script has met. */
    public Optional<Sent> peekFrom(ScriptConnection connection) {
        return sent.stream()
                .filter(segment -> segment.connection() == connection)
                .findFirst();
    }

    public Optional<Sent> takeFrom(ScriptConnection connection) {
        Optional<Sent> first = peekFrom(connection);
        first.ifPresent(sent::remove);
        return first;
    }

    /** Listens; the next packet without ports is the first of a new connection to this port, as packetdrill has it. */
    public void listen(int port, Socket listener) {
        if (listening.put(port, listener) == null) {
            awaitsFirstPacket = true;
            newestListener = port;
        }
    }

    /** Connections of a port that are complete, oldest first. */
    public List<ScriptConnection> completed(int port) {
        return connections.stream()
                .filter(connection -> connection.tuple().localPort() == port)
                .filter(connection -> connection.opened() && !connection.accepted())
                .toList();
    }

    /** Stops listening: connections that wait for accept are reset, unfinished ones are forgotten. */
    public void unlisten(int port) throws Mismatch {
        listening.remove(port);
        for (ScriptConnection connection : completed(port)) {
            perform(connection, (stack, at) -> stack.abort(at));
        }
        connections.removeIf(connection -> connection.tuple().localPort() == port && !connection.opened());
        if (current != null && !connections.contains(current)) {
            current = create(current.tuple());
        }
    }

    /** Whether the stacks of this host have an option. */
    public boolean has(UserOption option, long value) {
        return factory.create(new FourTuple(LOCAL_ADDRESS, bindPort, REMOTE_ADDRESS, connectPort))
                .set(option, value);
    }

    /** A connection to be opened actively. */
    public ScriptConnection active(int localPort, int remotePort) {
        int local = localPort == 0 ? nextEphemeral++ : localPort;
        ScriptConnection connection = create(new FourTuple(LOCAL_ADDRESS, local, REMOTE_ADDRESS, remotePort));
        connection.begin();
        return connection;
    }

    /** Calls the stack of a connection now; what it sends and signals is noted. */
    public Reaction perform(ScriptConnection connection, Call call) throws Mismatch {
        Reaction reaction = call.on(connection.stack(), now);
        connection.hear(reaction);
        for (byte[] octets : reaction.segments()) {
            try {
                Packet packet = Wire.packet(octets, connection.tuple());
                connection.numbers().observe(packet);
                Sent segment = new Sent(now, connection, packet);
                sent.add(segment);
                ladder.sent(segment);
            } catch (Wire.Malformed malformed) {
                throw new Mismatch("a segment", malformed.what());
            }
        }
        return reaction;
    }

    /** Injects a packet now. */
    public void inject(Packet packet) throws Mismatch {
        ScriptConnection connection = receiver(packet);
        current = connection;
        if (listening.containsKey(connection.tuple().localPort()) && connection.gone()) {
            connection.begin();
            connection.set(listening.get(connection.tuple().localPort()).userOptions());
            perform(connection, (stack, at) -> stack.listen(at));
        }
        byte[] octets = Wire.octets(connection.numbers().toWire(packet), connection.tuple());
        perform(connection, (stack, at) -> stack.arrive(octets, at));
    }

    /** The connection that a packet of the script belongs to: that of its ports, else the newest. */
    public Optional<ScriptConnection> connectionOf(Packet packet) {
        return packet.ports()
                .map(ports -> packet.inbound()
                        ? find(ports.destination(), ports.source())
                        : find(ports.source(), ports.destination()))
                .orElse(Optional.ofNullable(current));
    }

    /**
     * The connection that a packet reaches. Without ports it is the newest, whatever the packet is: a SYN too goes to the
     * four-tuple that there is.
     */
    private ScriptConnection receiver(Packet packet) {
        if (packet.ports().isPresent()) {
            Packet.Ports ports = packet.ports().get();
            return connectionOf(packet).orElseGet(() -> create(ports.destination(), ports.source()));
        }
        return current == null || awaitsFirstPacket ? create(Packet.ANY, Packet.ANY) : current;
    }

    /** A new connection; a port that the script leaves open is that of the newest listener, or of a client. */
    private ScriptConnection create(int localPort, int remotePort) {
        int listener = listening.containsKey(newestListener) ? newestListener : bindPort;
        return create(new FourTuple(
                LOCAL_ADDRESS,
                localPort == Packet.ANY ? listener : localPort,
                REMOTE_ADDRESS,
                remotePort == Packet.ANY ? nextEphemeral++ : remotePort));
    }

    /** The connection with these ports; of several that fit a port left open it is the current one, else the newest. */
    private Optional<ScriptConnection> find(int localPort, int remotePort) {
        Predicate<ScriptConnection> fits =
                connection -> (localPort == Packet.ANY || connection.tuple().localPort() == localPort)
                        && (remotePort == Packet.ANY || connection.tuple().remotePort() == remotePort);
        return Optional.ofNullable(current)
                .filter(fits)
                .or(() -> connections.stream().filter(fits).reduce((earlier, later) -> later));
    }

    private ScriptConnection create(FourTuple tuple) {
        ScriptConnection connection = new ScriptConnection(tuple, factory.create(tuple));
        connection.set(hostOptions);
        connections.add(connection);
        current = connection;
        awaitsFirstPacket = false;
        return connection;
    }

    /** When the next timer of any connection fires. */
    public OptionalLong deadline() {
        return connections.stream()
                .map(connection -> connection.stack().deadline())
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    /** Moves the clock to {@code target}, at most to the next deadline; every timer due by then fires. */
    public void step(long target) throws Mismatch {
        OptionalLong deadline = deadline();
        now = Math.max(now, deadline.isPresent() ? Math.min(target, deadline.getAsLong()) : target);
        for (ScriptConnection connection : List.copyOf(connections)) {
            OptionalLong due = connection.stack().deadline();
            if (due.isPresent() && due.getAsLong() <= now) {
                perform(connection, (stack, at) -> stack.advance(at));
            }
        }
    }
}
