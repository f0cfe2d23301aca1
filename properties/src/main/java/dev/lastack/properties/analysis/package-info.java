/**
 * Questions that take more than one exploration: how a verdict depends on knobs, the least value from which a claim holds,
 * and what it costs to keep to it. All of it reaches the checker through {@link dev.lastack.properties.verification.Verification}.
 */
@NullMarked
package dev.lastack.properties.analysis;

import org.jspecify.annotations.NullMarked;
