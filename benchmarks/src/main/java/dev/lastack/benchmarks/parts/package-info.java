/** Parts of the engine under JMH: what a successor, a lookup and an insertion cost. */
@NullMarked
package dev.lastack.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
