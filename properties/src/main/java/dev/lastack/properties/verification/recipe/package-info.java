/** What a search is asked, in a form that travels to another process. */
@NullMarked
package dev.lastack.properties.verification.recipe;

import org.jspecify.annotations.NullMarked;
