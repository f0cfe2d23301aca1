/**
 * What a liveness search decides: properties, fairness assumptions, results, and the check of a lasso by definition.
 */
@NullMarked
package dev.lastack.checker.liveness.property;

import org.jspecify.annotations.NullMarked;
