/** The events and segments that model and stack have in common. */
@NullMarked
package dev.lastack.conformance.event;

import org.jspecify.annotations.NullMarked;
