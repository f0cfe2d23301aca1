/** The terminal: colours, exit codes, progress, interruption. */
@NullMarked
package dev.lastack.cli.terminal;

import org.jspecify.annotations.NullMarked;
