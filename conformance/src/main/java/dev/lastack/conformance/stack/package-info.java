/** The contract of an executable stack under test, and the stacks that implement it here. */
@NullMarked
package dev.lastack.conformance.stack;

import org.jspecify.annotations.NullMarked;
