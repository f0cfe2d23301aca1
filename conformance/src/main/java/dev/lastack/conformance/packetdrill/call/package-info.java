/** The socket calls of packetdrill scripts. */
@NullMarked
package dev.lastack.conformance.packetdrill.call;

import org.jspecify.annotations.NullMarked;
