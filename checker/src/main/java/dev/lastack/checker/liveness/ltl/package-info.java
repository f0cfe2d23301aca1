/** Linear temporal logic: formulas, their parser, and the tableau that turns a formula into a Büchi automaton. */
@NullMarked
package dev.lastack.checker.liveness.ltl;

import org.jspecify.annotations.NullMarked;
