/** Trace files, replay, explanation and renderers. */
@NullMarked
package dev.lastack.counterexamples;

import org.jspecify.annotations.NullMarked;
