/** A host under test, seen by the peer of one of its connections: the kernel, or lastack's own endpoint. */
@NullMarked
package dev.lastack.probe.host;

import org.jspecify.annotations.NullMarked;
