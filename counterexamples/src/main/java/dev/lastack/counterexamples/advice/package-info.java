/** Advice on TIME-WAIT, told to people. */
@NullMarked
package dev.lastack.counterexamples.advice;

import org.jspecify.annotations.NullMarked;
