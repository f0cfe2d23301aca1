/** The walk as a page on loopback. */
@NullMarked
package dev.lastack.explore.web;

import org.jspecify.annotations.NullMarked;
