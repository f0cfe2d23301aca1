/** Segments on the wire: headers, checksums, sequence numbers, four-tuples. */
@NullMarked
package dev.lastack.endpoint.wire;

import org.jspecify.annotations.NullMarked;
