/** The house rules. They stand in the module that sees all others. */
@NullMarked
package dev.lastack.architecture;

import org.jspecify.annotations.NullMarked;
