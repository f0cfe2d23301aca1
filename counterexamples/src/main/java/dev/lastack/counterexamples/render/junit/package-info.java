/** The run as a test for somebody's own build. */
@NullMarked
package dev.lastack.counterexamples.render.junit;

import org.jspecify.annotations.NullMarked;
