package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.packetdrill.script.Packet;

/**
 * A segment that the stack sent.
 *
 * @param time microseconds
 * @param packet with the numbers of the wire
 */
public record Sent(long time, ScriptConnection connection, Packet packet) {

    /** The segment as a script would write it. */
    public String shown() {
        return "> " + connection.numbers().toScript(packet).withoutPorts();
    }
}
