/** What others may see of states and steps. */
@NullMarked
package dev.lastack.model.view;

import org.jspecify.annotations.NullMarked;
