/** The rules of RFC 9293 §3.10, one method per numbered check, and what a step observes. */
@NullMarked
package dev.lastack.model.rules;

import org.jspecify.annotations.NullMarked;
