/** The most hostile network as lanes: any number of copies of each segment in flight. */
@NullMarked
package dev.lastack.model.lanes;

import org.jspecify.annotations.NullMarked;
