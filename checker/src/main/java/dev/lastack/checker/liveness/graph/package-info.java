/** The explicit state graph and its product with an automaton. */
@NullMarked
package dev.lastack.checker.liveness.graph;

import org.jspecify.annotations.NullMarked;
