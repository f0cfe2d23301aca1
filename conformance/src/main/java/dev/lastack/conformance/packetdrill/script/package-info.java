/** The packetdrill language: its tokens, its grammar, and the script that a file means. Nothing here runs a script. */
@NullMarked
package dev.lastack.conformance.packetdrill.script;

import org.jspecify.annotations.NullMarked;
