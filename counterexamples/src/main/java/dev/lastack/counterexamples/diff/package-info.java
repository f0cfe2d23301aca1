/** Two runs side by side: where they part and what that leads to. */
@NullMarked
package dev.lastack.counterexamples.diff;

import org.jspecify.annotations.NullMarked;
