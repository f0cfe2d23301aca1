/** The verify command and the forms of its results. */
@NullMarked
package dev.lastack.cli.verify;

import org.jspecify.annotations.NullMarked;
