/** The text ladder: two endpoints as columns, 100 characters wide. */
@NullMarked
package dev.lastack.counterexamples.render.ladder;

import org.jspecify.annotations.NullMarked;
