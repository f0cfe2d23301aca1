package dev.lastack.properties.packetdrill;

import dev.lastack.properties.packetdrill.script.Packet;

/**
 * A segment that the stack sent.
 *
 * @param time microseconds
 * @param packet with the numbers of the wire
 */
record Sent(long time, Connection connection, Packet packet) {

    /** The segment as a script would write it. */
    String shown() {
        return "> " + connection.numbers().toScript(packet).withoutPorts();
    }
}
