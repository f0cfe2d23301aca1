/** Sockets, connections and the wire of a packetdrill run. */
@NullMarked
package dev.lastack.conformance.packetdrill.network;

import org.jspecify.annotations.NullMarked;
