/** Reads whole captures, and writes what they show as text and JSON. */
@NullMarked
package dev.lastack.capture.report;

import org.jspecify.annotations.NullMarked;
