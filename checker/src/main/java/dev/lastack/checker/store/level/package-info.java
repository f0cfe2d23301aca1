/** The states of one level: sorted, delta-coded runs and the merging of runs. Memory is accounted here. */
@NullMarked
package dev.lastack.checker.store.level;

import org.jspecify.annotations.NullMarked;
