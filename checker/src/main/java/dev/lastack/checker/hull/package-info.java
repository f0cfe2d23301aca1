/**
 * Decides step invariants of systems whose second half is a set of tokens that anybody may take up again and again until they
 * have grown too old: a {@link dev.lastack.checker.lanes.LaneSystem}. How many tokens there are at once is not bounded.
 *
 * <p>More tokens can do all that fewer can, so a state with more covers one with fewer. The {@link
 * dev.lastack.checker.hull.HullSearch} joins all that reach a control into one, the hull, which proves what it shows to be
 * impossible; and keeps, for what the hull cannot prove, the states that no other covers.
 */
@NullMarked
package dev.lastack.checker.hull;

import org.jspecify.annotations.NullMarked;
