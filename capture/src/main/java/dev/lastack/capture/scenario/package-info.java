/** The scenario that a recorded connection lives in, so that a search can say what else could have happened to it. */
@NullMarked
package dev.lastack.capture.scenario;

import org.jspecify.annotations.NullMarked;
