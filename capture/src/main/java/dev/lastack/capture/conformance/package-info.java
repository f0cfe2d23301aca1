/** Which stacks can have sent what was recorded: the executable endpoint follows the capture. */
@NullMarked
package dev.lastack.capture.conformance;

import org.jspecify.annotations.NullMarked;
