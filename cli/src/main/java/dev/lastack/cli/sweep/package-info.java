/** The sweep command. */
@NullMarked
package dev.lastack.cli.sweep;

import org.jspecify.annotations.NullMarked;
