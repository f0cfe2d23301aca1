/** The forms that a counterexample can be shown in; one sub-package each. */
@NullMarked
package dev.lastack.counterexamples.render;

import org.jspecify.annotations.NullMarked;
