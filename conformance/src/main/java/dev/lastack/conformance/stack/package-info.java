/** The contract of an executable stack under test, and the stacks at hand. */
@NullMarked
package dev.lastack.conformance.stack;

import org.jspecify.annotations.NullMarked;
