/** Real stacks, the live Linux kernel and lwIP, against the variants of the same name. */
@NullMarked
package dev.lastack.probe;

import org.jspecify.annotations.NullMarked;
