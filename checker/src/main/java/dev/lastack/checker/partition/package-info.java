/**
 * The same search for states that no single machine holds. Every state has an owner, a partition ({@code Ownership}); it
 * alone decides whether the state is new. A level takes two kinds of tasks: {@code Expansion} takes the steps of one partition's
 * states and ships what they lead to, sorted, to its owners; {@code Merge} leaves out what its partition has seen and
 * writes the rest to a part file. {@link dev.lastack.checker.partition.PartitionedSearch} goes from level to level and
 * commits each by one manifest ({@code Ledger}); a {@link dev.lastack.checker.partition.Distribution} runs the tasks.
 *
 * <p>A task may run twice, or twice at once: it changes nothing but its own files, and what no manifest names does not
 * exist. What tasks count travels with what they return, so that nothing is counted twice.
 */
@NullMarked
package dev.lastack.checker.partition;

import org.jspecify.annotations.NullMarked;
