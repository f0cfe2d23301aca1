/** What a counterexample tells beyond its single steps: the ways of the segments, sentences, time. */
@NullMarked
package dev.lastack.counterexamples.story;

import org.jspecify.annotations.NullMarked;
