/** Sequence diagrams as text that other tools draw. */
@NullMarked
package dev.lastack.counterexamples.render.text;

import org.jspecify.annotations.NullMarked;
