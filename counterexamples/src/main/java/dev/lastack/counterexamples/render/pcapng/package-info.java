/** The run as a capture file with real headers. */
@NullMarked
package dev.lastack.counterexamples.render.pcapng;

import org.jspecify.annotations.NullMarked;
