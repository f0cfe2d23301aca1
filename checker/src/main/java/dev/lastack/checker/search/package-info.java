/**
 * The search. {@link dev.lastack.checker.search.Explorer} is asked; {@code Search} goes from level to level;
 * {@code Worker}s expand states side by side and hold what they see against the properties ({@code Watch}); between
 * levels {@code PropertyFindings} keeps the least evidence, {@code Checkpoint} saves, and in the end {@code TraceBuilder} goes
 * back over the levels.
 */
@NullMarked
package dev.lastack.checker.search;

import org.jspecify.annotations.NullMarked;
