/** The results of a probe as text and as JSON. */
@NullMarked
package dev.lastack.probe.report;

import org.jspecify.annotations.NullMarked;
