package dev.lastack.conformance.packetdrill;

import com.google.common.collect.Sets;
import dev.lastack.conformance.packetdrill.call.Sockets;
import dev.lastack.conformance.packetdrill.call.UnsupportedCallException;
import dev.lastack.conformance.packetdrill.network.Mismatch;
import dev.lastack.conformance.packetdrill.network.ScriptConnection;
import dev.lastack.conformance.packetdrill.network.ScriptLadder;
import dev.lastack.conformance.packetdrill.network.ScriptNetwork;
import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.network.Sent;
import dev.lastack.conformance.packetdrill.script.EventTime;
import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.Position;
import dev.lastack.conformance.packetdrill.script.Script;
import dev.lastack.conformance.packetdrill.script.ScriptAction;
import dev.lastack.conformance.packetdrill.script.ScriptEvent;
import dev.lastack.conformance.packetdrill.setup.HostSetup;
import dev.lastack.endpoint.UserOption;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of one script against a fresh host, from the first event to the last. */
final class ScriptRun {

    private static final int DEFAULT_PORT = 8080;
    private static final long LONGEST_WAIT = 24L * 3600 * 1_000_000;
    private static final int FULL_WINDOW = 0xFFFF;
    private static final long ETHERNET_MTU = 1500;
    private static final long TCP_HEADER = 20;
    private static final long IPV4_HEADER = 20;
    private static final long IPV6_HEADER = 40;

    /** The synchronised states but TIME-WAIT. */
    private static final Set<TcpState> SYN_RESETS = Sets.immutableEnumSet(
            TcpState.ESTABLISHED,
            TcpState.FIN_WAIT_1,
            TcpState.FIN_WAIT_2,
            TcpState.CLOSE_WAIT,
            TcpState.CLOSING,
            TcpState.LAST_ACK);

    private final String file;
    private final Script script;
    private final HostSetup host;
    private final ScriptLadder ladder = new ScriptLadder();
    private final ScriptNetwork network;
    private final CallRunner calls;
    private final Timeline timeline;
    private final long tolerance;
    private final boolean anySynOptions;
    private final long tsValTolerance;
    private int window = FULL_WINDOW;

    ScriptRun(String file, Script script, HostSetup host, ScriptStackFactory factory, SuiteOptions options) {
        this.file = file;
        this.script = script;
        this.host = host;
        tolerance = script.option("tolerance_usecs").map(Long::parseLong).orElse(options.tolerance());
        anySynOptions = options.anySynOptions();
        long tick = script.option("tcp_ts_tick_usecs").map(Long::parseLong).orElse(0L);
        tsValTolerance = tick == 0 ? Integer.MAX_VALUE : tolerance / tick;
        network = new ScriptNetwork(factory, port("bind_port"), port("connect_port"), ladder, hostOptions());
        calls = new CallRunner(new Sockets(network), tolerance);
        timeline = new Timeline(network, calls);
    }

    /** The MSS follows from the MTU and the IP header, RFC 9293 §3.7.1; the default suits IPv4 over Ethernet. */
    private Map<UserOption, Long> hostOptions() {
        boolean ipv6 = script.option("ip_version").filter("ipv6"::equals).isPresent();
        Optional<Long> mtu = script.option("mtu").map(Long::parseLong);
        if (!ipv6 && mtu.isEmpty()) {
            return Map.of();
        }
        long headers = TCP_HEADER + (ipv6 ? IPV6_HEADER : IPV4_HEADER);
        return Map.of(UserOption.MAX_SEGMENT, Math.max(1, mtu.orElse(ETHERNET_MTU) - headers));
    }

    private int port(String option) {
        return script.option(option).map(Integer::parseInt).orElse(DEFAULT_PORT);
    }

    ScriptResult run() {
        Position position = new Position(1, 1);
        try {
            for (ScriptEvent event : script.events()) {
                position = event.position();
                if (timeline.start(event.time()) < timeline.lastEvent()
                        && !event.time().flexible()) {
                    return ScriptResult.error(
                            file,
                            at(position) + "the event at "
                                    + ScriptLadder.seconds(timeline.start(event.time())) + " comes after one at "
                                    + ScriptLadder.seconds(timeline.lastEvent()));
                }
                perform(event);
            }
            timeline.settle();
        } catch (Mismatch mismatch) {
            return ScriptResult.failed(
                    file,
                    at(mismatch.position().orElse(position)) + "expected " + mismatch.expected() + ", got "
                            + mismatch.got(),
                    ladder.render(mismatch.expected(), mismatch.got()));
        } catch (UnsupportedCallException unsupported) {
            return ScriptResult.unsupported(file, at(position) + unsupported.what() + " is not supported");
        } catch (RuntimeException thrown) {
            // A stack of another make may throw anything; that is a finding about it, not the end of the suite.
            return ScriptResult.error(file, at(position) + "the stack threw " + thrown);
        }
        return ScriptResult.passed(
                file, network.sent().stream().map(Sent::shown).toList());
    }

    private String at(Position position) {
        return file + ":" + position + ": ";
    }

    private void perform(ScriptEvent event) throws Mismatch, UnsupportedCallException {
        if (event.action() instanceof ScriptAction.SystemCall call) {
            timeline.settle();
            long start = timeline.start(event.time());
            timeline.moveTo(start);
            ladder.script(network.now(), call.toString());
            calls.begin(event, call, timeline.end(event.time(), call.end()));
            timeline.eventAt(start);
        } else if (event.action() instanceof ScriptAction.Exchange exchange) {
            if (exchange.packet().inbound()) {
                inject(event.time(), exchange.packet());
            } else {
                expect(event.time(), exchange.packet());
            }
        } else if (event.action() instanceof ScriptAction.Shell) {
            long start = timeline.start(event.time());
            timeline.moveTo(start);
            timeline.eventAt(start);
        } else {
            throw new AssertionError("a script with " + event.action() + " is not run");
        }
    }

    private void inject(EventTime time, Packet packet) throws Mismatch, UnsupportedCallException {
        long start = timeline.start(time);
        timeline.moveTo(start);
        window = packet.window().orElse(window);
        ladder.script(network.now(), "< " + packet);
        if (!(host.dropsSynFin() && packet.has('S') && packet.has('F'))) {
            refuseSynThatResets(packet);
            network.inject(packet.withWindow(window));
        }
        calls.retry();
        timeline.eventAt(start);
    }

    /** The answer of RFC 793 p. 71 to a SYN in the window is a knob for TIME-WAIT only. */
    private void refuseSynThatResets(Packet packet) throws UnsupportedCallException {
        if (!host.synResets() || !packet.has('S')) {
            return;
        }
        boolean resets = network.connectionOf(packet)
                .flatMap(connection -> connection.stack().state())
                .filter(SYN_RESETS::contains)
                .isPresent();
        if (resets) {
            throw new UnsupportedCallException("a SYN that resets (insecure_syn)");
        }
    }

    private void expect(EventTime time, Packet written) throws Mismatch, UnsupportedCallException {
        Packet expected = anySynOptions && written.has('S') ? written.withOptions(Optional.empty()) : written;
        boolean any = time.kind() == EventTime.Kind.ANY;
        long earliest = any ? 0 : timeline.start(time) - tolerance;
        long latest = any ? network.now() + LONGEST_WAIT : timeline.end(time) + tolerance;
        String wanted = "> " + expected + (any ? "" : " at " + window(time));
        ScriptConnection connection = network.connectionOf(expected)
                .orElseThrow(() -> new Mismatch(wanted, "no connection that could send it"));
        Sent sent = timeline.until(latest, () -> network.takeFrom(connection))
                .orElseThrow(() -> new Mismatch(wanted, "nothing by " + ScriptLadder.seconds(network.now())));
        Packet got = connection.numbers().toScript(sent.packet(), written);
        if (!script.option("strict_segments").isPresent()) {
            got = joined(connection, got, expected);
        }
        List<String> differences = PacketCheck.differences(expected, got, tsValTolerance);
        if (sent.time() < earliest || sent.time() > latest) {
            differences.add("at " + ScriptLadder.seconds(sent.time()) + " instead of " + window(time));
        }
        if (!differences.isEmpty()) {
            throw new Mismatch(
                    wanted,
                    "> " + got.withoutPorts() + " at " + ScriptLadder.seconds(sent.time()) + ": "
                            + String.join(", ", differences));
        }
        timeline.eventAt(time.flexible() ? sent.time() : timeline.start(time));
    }

    private Packet joined(ScriptConnection connection, Packet first, Packet expected) {
        Packet got = first;
        while (got.length() < expected.length()) {
            Optional<Packet> next = network.peekFrom(connection)
                    .map(sent -> connection.numbers().toScript(sent.packet()));
            Packet part = got;
            Optional<Packet> both = next.flatMap(second -> PacketCheck.joined(part, second));
            if (both.isEmpty() || both.get().length() > expected.length()) {
                return got;
            }
            got = both.get();
            network.takeFrom(connection);
        }
        return got;
    }

    private String window(EventTime time) {
        String from = ScriptLadder.seconds(timeline.start(time));
        return time.until() == time.from() ? from : from + "~" + ScriptLadder.seconds(timeline.end(time));
    }
}
