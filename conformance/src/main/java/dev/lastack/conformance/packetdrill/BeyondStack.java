package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.network.StackLimits;
import dev.lastack.conformance.packetdrill.script.Expression;
import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.Script;
import dev.lastack.conformance.packetdrill.script.ScriptAction.Exchange;
import dev.lastack.conformance.packetdrill.script.ScriptAction.SystemCall;
import dev.lastack.conformance.packetdrill.script.ScriptEvent;
import dev.lastack.conformance.packetdrill.script.TcpOption;
import dev.lastack.conformance.packetdrill.script.TcpOption.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The packets of a script that no stack of a kind can send, or can understand. */
final class BeyondStack {

    private final StackLimits limits;
    private final boolean anySynOptions;
    private final boolean windowsAreScaled;
    private final boolean setsReceiveBuffer;

    private BeyondStack(Script script, StackLimits limits, boolean anySynOptions) {
        this.limits = limits;
        this.anySynOptions = anySynOptions;
        // RFC 7323 §2.2: windows are scaled only if both SYNs carry the option.
        boolean otherScale = packets(script, false).anyMatch(this::announcesOtherScale);
        boolean peerScales = packets(script, true)
                .anyMatch(packet -> packet.has('S') && scale(packet).isPresent());
        windowsAreScaled = otherScale && peerScales;
        setsReceiveBuffer = script.events().stream()
                .anyMatch(event -> event.action() instanceof SystemCall call
                        && call.name().equals("setsockopt")
                        && call.arguments().contains(new Expression.Word("SO_RCVBUF")));
    }

    /**
     * What the script expects beyond the limits.
     *
     * @param anySynOptions the options of an expected SYN are not compared
     */
    static List<Script.Unsupported> parts(Script script, StackLimits limits, boolean anySynOptions) {
        BeyondStack beyond = new BeyondStack(script, limits, anySynOptions);
        List<Script.Unsupported> parts = new ArrayList<>();
        for (ScriptEvent event : script.events()) {
            if (event.action() instanceof Exchange exchange) {
                Packet packet = exchange.packet();
                String what = packet.inbound() ? beyond.received(packet) : beyond.sent(packet);
                if (!what.isEmpty()) {
                    parts.add(new Script.Unsupported(event.position(), what));
                }
            }
        }
        return parts;
    }

    /** What of a packet the stack passes over although the script's story depends on it; empty if nothing. */
    private String received(Packet packet) {
        return !limits.selectiveAcks() && has(packet, Kind.SACK) ? "the option sack of an injected packet" : "";
    }

    /** What of a packet the stack cannot send; empty if it can send all of it. */
    private String sent(Packet packet) {
        boolean syn = packet.has('S');
        if (!limits.congestionNotification() && (packet.has('E') || packet.has('W') || packet.has('A'))) {
            return "ECN (the flags " + packet.flags() + " of an expected packet)";
        }
        if (!limits.selectiveAcks() && has(packet, Kind.SACK)) {
            return "the option sack of an expected packet";
        }
        if (!limits.selectiveAcks() && has(packet, Kind.SACK_OK) && !(syn && anySynOptions)) {
            return "the option sackOK of an expected packet";
        }
        if (syn && !anySynOptions && announcesOtherScale(packet)) {
            return "a window scale other than " + limits.windowScale().orElse(0) + " in an expected packet";
        }
        if (syn && !anySynOptions && lacksScale(packet)) {
            return "a SYN without a window scale";
        }
        if (!limits.receiveBuffers() && setsReceiveBuffer && packet.window().isPresent()) {
            return "a window that SO_RCVBUF decides";
        }
        return !syn && windowsAreScaled && packet.window().isPresent() ? "the scaled window of an expected packet" : "";
    }

    private boolean announcesOtherScale(Packet packet) {
        OptionalLong scale = scale(packet);
        return limits.windowScale().isPresent()
                && packet.has('S')
                && scale.isPresent()
                && scale.getAsLong() != Packet.ANY
                && scale.getAsLong() != limits.windowScale().getAsInt();
    }

    /** A SYN of an active OPEN always has the option; a SYN,ACK has it if the peer's SYN had it. */
    private boolean lacksScale(Packet packet) {
        return limits.windowScale().isPresent()
                && !packet.has('.')
                && packet.options().isPresent()
                && scale(packet).isEmpty();
    }

    private static OptionalLong scale(Packet packet) {
        return packet.options().orElse(List.of()).stream()
                .filter(option -> option.kind() == Kind.WSCALE)
                .mapToLong(option -> option.values().get(0))
                .findFirst();
    }

    private static boolean has(Packet packet, Kind kind) {
        return packet.options().orElse(List.of()).stream().map(TcpOption::kind).anyMatch(kind::equals);
    }

    private static Stream<Packet> packets(Script script, boolean inbound) {
        return script.events().stream()
                .map(ScriptEvent::action)
                .filter(Exchange.class::isInstance)
                .map(action -> ((Exchange) action).packet())
                .filter(packet -> packet.inbound() == inbound);
    }
}
