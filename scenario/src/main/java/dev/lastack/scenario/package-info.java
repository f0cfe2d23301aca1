/** The input of a check: the one table of knobs, and the validated scenario that a file in the users' format becomes. */
@NullMarked
package dev.lastack.scenario;

import org.jspecify.annotations.NullMarked;
