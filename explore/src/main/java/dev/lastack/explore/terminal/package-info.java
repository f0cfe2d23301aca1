/** The walk in a terminal. */
@NullMarked
package dev.lastack.explore.terminal;

import org.jspecify.annotations.NullMarked;
