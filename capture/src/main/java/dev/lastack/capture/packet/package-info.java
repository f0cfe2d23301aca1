/** From the octets of a frame to a TCP segment: link headers, IPv4 and IPv6, the TCP header. */
@NullMarked
package dev.lastack.capture.packet;

import org.jspecify.annotations.NullMarked;
