/**
 * An executable TCP endpoint: real header bytes, 32-bit numbers, real time. It is a second reading of RFC 9293 and
 * shares nothing with the formal model but {@link dev.lastack.tcp.TcpState} and the control bits.
 */
@NullMarked
package dev.lastack.endpoint;

import org.jspecify.annotations.NullMarked;
