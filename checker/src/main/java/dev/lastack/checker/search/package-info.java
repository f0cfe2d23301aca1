/** The search: one loop over levels, traces rebuilt from the levels. */
@NullMarked
package dev.lastack.checker.search;

import org.jspecify.annotations.NullMarked;
