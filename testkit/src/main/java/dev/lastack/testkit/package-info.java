/** A jqwik contract and a JUnit 5 extension for other people's builds. */
@NullMarked
package dev.lastack.testkit;

import org.jspecify.annotations.NullMarked;
