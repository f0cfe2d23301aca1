/**
 * Where states are kept. A {@link dev.lastack.checker.store.StateStore} tells which states are new:
 * {@link dev.lastack.checker.store.MemoryStore} at once, from exact tables of their scrambled keys
 * ({@code Folding} → {@code KeyMix} → {@code QuotientSet} → {@code QuotientTable} → {@code Buckets});
 * {@link dev.lastack.checker.store.disk.DiskStore} at the end of a level, by merging sorted files. Either way a
 * {@link dev.lastack.checker.store.level.Level} comes out: sorted states, coded as differences ({@code Collector} →
 * {@code StateSorter} → {@code Run} → {@code LevelMerge}). {@link dev.lastack.checker.store.disk.LevelFiles} makes levels
 * durable. {@link dev.lastack.checker.store.level.Memory} is asked before anything is allocated.
 */
@NullMarked
package dev.lastack.checker.store;

import org.jspecify.annotations.NullMarked;
