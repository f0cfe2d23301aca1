/** Shortest runs from where a walk has come to. */
@NullMarked
package dev.lastack.explore.search;

import org.jspecify.annotations.NullMarked;
