/** The live Linux kernel against the variant of Linux. */
@NullMarked
package dev.lastack.probe;

import org.jspecify.annotations.NullMarked;
