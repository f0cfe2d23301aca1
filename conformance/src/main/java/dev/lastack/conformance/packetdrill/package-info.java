/**
 * Runs scripts in the packetdrill language against a TCP stack in virtual time: what a script injects reaches the
 * stack, what it expects is compared with what the stack sent, and a part that cannot be honoured makes the script
 * unsupported, never passed.
 */
@NullMarked
package dev.lastack.conformance.packetdrill;

import org.jspecify.annotations.NullMarked;
