/** Claims, verification, conformance, analysis. */
@NullMarked
package dev.lastack.properties;

import org.jspecify.annotations.NullMarked;
