/** The advise command. */
@NullMarked
package dev.lastack.cli.advise;

import org.jspecify.annotations.NullMarked;
