/** The ladder as a picture: SVG with a time axis to scale. */
@NullMarked
package dev.lastack.counterexamples.render.svg;

import org.jspecify.annotations.NullMarked;
