/** The command line. */
@NullMarked
package dev.lastack.cli;

import org.jspecify.annotations.NullMarked;
