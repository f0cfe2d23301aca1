/** Counterexamples on disk: the trace file, strictly read, and its re-execution on the model. */
@NullMarked
package dev.lastack.counterexamples.trace;

import org.jspecify.annotations.NullMarked;
