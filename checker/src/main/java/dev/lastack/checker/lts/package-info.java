/** Labelled transition systems: the explored graph as numbered states and labelled transitions, whole or condensed. */
@NullMarked
package dev.lastack.checker.lts;

import org.jspecify.annotations.NullMarked;
