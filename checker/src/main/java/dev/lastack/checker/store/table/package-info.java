/** Exact hash tables of packed states, addressed by quotient, and the coding that folds wide states into one word. */
@NullMarked
package dev.lastack.checker.store.table;

import org.jspecify.annotations.NullMarked;
