/** What a script's shell lines ask of the host: read, never executed, and turned into knobs. */
@NullMarked
package dev.lastack.conformance.packetdrill.setup;

import org.jspecify.annotations.NullMarked;
