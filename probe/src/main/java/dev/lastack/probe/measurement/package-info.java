/** What is done to a host, and what it does. */
@NullMarked
package dev.lastack.probe.measurement;

import org.jspecify.annotations.NullMarked;
