/** The simulate command: random runs and their statistics. */
@NullMarked
package dev.lastack.cli.simulate;

import org.jspecify.annotations.NullMarked;
