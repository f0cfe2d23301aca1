/** Pictures of sweeps: which cells are safe, why, and the run that shows it where one is not. */
@NullMarked
package dev.lastack.counterexamples.render.sweep;

import org.jspecify.annotations.NullMarked;
