/** Options that several commands share. */
@NullMarked
package dev.lastack.cli.options;

import org.jspecify.annotations.NullMarked;
