/** {@code lastack probe}. */
@NullMarked
package dev.lastack.cli.probe;

import org.jspecify.annotations.NullMarked;
