/** The catalogue of claims: id, sentence, citation, assumptions. */
@NullMarked
package dev.lastack.properties.claims;

import org.jspecify.annotations.NullMarked;
