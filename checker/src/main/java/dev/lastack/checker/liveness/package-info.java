/**
 * Liveness: whether every fair run satisfies a formula of linear temporal logic. A {@link
 * dev.lastack.checker.liveness.graph.StateGraph} keeps the explored steps, {@link
 * dev.lastack.checker.liveness.ltl.Tableau} turns the negated formula into an automaton, {@link
 * dev.lastack.checker.liveness.FairCycleSearch} looks for a fair cycle in their product. What it finds is
 * checked by code that shares nothing with the search: a lasso by {@link
 * dev.lastack.checker.liveness.property.LassoCheck}, the absence of one by {@link
 * dev.lastack.checker.liveness.ProofCheck}.
 */
@NullMarked
package dev.lastack.checker.liveness;

import org.jspecify.annotations.NullMarked;
