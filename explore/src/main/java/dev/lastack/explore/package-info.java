/** A walk through a scenario: the run so far, and the steps that are possible next. */
@NullMarked
package dev.lastack.explore;

import org.jspecify.annotations.NullMarked;
