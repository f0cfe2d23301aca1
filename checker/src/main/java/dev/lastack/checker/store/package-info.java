/** Where states are kept: an exact set that answers membership, and the levels in canonical order. */
@NullMarked
package dev.lastack.checker.store;

import org.jspecify.annotations.NullMarked;
