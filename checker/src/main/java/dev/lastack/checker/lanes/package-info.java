/** Transition systems with an order: a control key and a vector of lanes, one per token in flight. */
@NullMarked
package dev.lastack.checker.lanes;

import org.jspecify.annotations.NullMarked;
