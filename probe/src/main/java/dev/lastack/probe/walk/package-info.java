/** Random walks on a stack and on the endpoint with the knobs of its variant, side by side. */
@NullMarked
package dev.lastack.probe.walk;

import org.jspecify.annotations.NullMarked;
