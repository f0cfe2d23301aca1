/**
 * The explicit-state engine. It knows no TCP: a {@link dev.lastack.checker.TransitionSystem} gives packed
 * states and labelled steps, a {@link dev.lastack.checker.Property} says what must be true of them, and
 * {@link dev.lastack.checker.search.Explorer} sees every reachable state or says why it did not.
 */
@NullMarked
package dev.lastack.checker;

import org.jspecify.annotations.NullMarked;
