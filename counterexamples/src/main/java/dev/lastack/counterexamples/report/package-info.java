/** Verdicts in the forms that build servers read, each violation with its run. */
@NullMarked
package dev.lastack.counterexamples.report;

import org.jspecify.annotations.NullMarked;
