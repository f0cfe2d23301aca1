/** Connections: the incarnations of each 4-tuple, and which states their ends can be in as far as the segments prove it. */
@NullMarked
package dev.lastack.capture.connection;

import org.jspecify.annotations.NullMarked;
