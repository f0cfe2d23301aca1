/** A store that keeps its levels in files and finds duplicates by merging. */
@NullMarked
package dev.lastack.checker.store.disk;

import org.jspecify.annotations.NullMarked;
