/** Text from outside: user files are read within limits, and whatever stands in them is escaped where it is shown. */
@NullMarked
package dev.lastack.scenario.text;

import org.jspecify.annotations.NullMarked;
