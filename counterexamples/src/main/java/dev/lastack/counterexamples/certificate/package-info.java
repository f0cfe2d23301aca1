/** Files that prove that claims about a scenario hold, and their check. */
@NullMarked
package dev.lastack.counterexamples.certificate;

import org.jspecify.annotations.NullMarked;
