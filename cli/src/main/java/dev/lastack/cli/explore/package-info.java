/** {@code lastack explore}. */
@NullMarked
package dev.lastack.cli.explore;

import org.jspecify.annotations.NullMarked;
