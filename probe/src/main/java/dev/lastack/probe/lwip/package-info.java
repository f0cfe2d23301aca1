/** lwIP as a stack under test, in virtual time. */
@NullMarked
package dev.lastack.probe.lwip;

import org.jspecify.annotations.NullMarked;
