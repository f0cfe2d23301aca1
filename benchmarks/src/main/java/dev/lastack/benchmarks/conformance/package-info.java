/** How fast the executable endpoints are held against the formal model. */
@NullMarked
package dev.lastack.benchmarks.conformance;

import org.jspecify.annotations.NullMarked;
