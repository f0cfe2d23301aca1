/** Verification: a scenario and claims become a report. */
@NullMarked
package dev.lastack.properties.verification;

import org.jspecify.annotations.NullMarked;
