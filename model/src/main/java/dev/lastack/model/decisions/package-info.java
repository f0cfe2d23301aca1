/** The decisions that a variant in Java may override, and the rules that it may leave out. */
@NullMarked
package dev.lastack.model.decisions;

import org.jspecify.annotations.NullMarked;
