/** What every page of measurements needs: the machine that was measured, and sections that are rewritten. */
@NullMarked
package dev.lastack.benchmarks.page;

import org.jspecify.annotations.NullMarked;
