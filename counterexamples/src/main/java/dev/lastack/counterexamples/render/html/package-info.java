/** The ladder as a page to step through. */
@NullMarked
package dev.lastack.counterexamples.render.html;

import org.jspecify.annotations.NullMarked;
