/** A network namespace with a TUN device: IPv4 packets in and out of the kernel's TCP. */
@NullMarked
package dev.lastack.probe.tun;

import org.jspecify.annotations.NullMarked;
