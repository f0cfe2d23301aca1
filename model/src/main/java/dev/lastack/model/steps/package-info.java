/** How steps are generated: what is enabled, the network, the cache of host steps, symmetry. */
@NullMarked
package dev.lastack.model.steps;

import org.jspecify.annotations.NullMarked;
