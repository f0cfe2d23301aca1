/** Random runs of a transition system. */
@NullMarked
package dev.lastack.checker.walk;

import org.jspecify.annotations.NullMarked;
