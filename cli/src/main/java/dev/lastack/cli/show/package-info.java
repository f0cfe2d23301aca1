/** Commands that show, replay and explain runs. */
@NullMarked
package dev.lastack.cli.show;

import org.jspecify.annotations.NullMarked;
