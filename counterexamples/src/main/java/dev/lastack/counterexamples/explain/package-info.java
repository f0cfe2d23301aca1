/** Why a run breaks its claim: which events it needs, and which single knob would have prevented it. */
@NullMarked
package dev.lastack.counterexamples.explain;

import org.jspecify.annotations.NullMarked;
