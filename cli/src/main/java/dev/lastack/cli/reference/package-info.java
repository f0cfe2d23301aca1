/** Commands that print the reference: claims, knobs, variants. */
@NullMarked
package dev.lastack.cli.reference;

import org.jspecify.annotations.NullMarked;
