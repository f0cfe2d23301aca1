/** Shortest runs other than known ones. */
@NullMarked
package dev.lastack.checker.another;

import org.jspecify.annotations.NullMarked;
