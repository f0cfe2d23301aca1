/** What went wrong at the end of a connection, each finding with the segments it rests on. */
@NullMarked
package dev.lastack.capture.findings;

import org.jspecify.annotations.NullMarked;
