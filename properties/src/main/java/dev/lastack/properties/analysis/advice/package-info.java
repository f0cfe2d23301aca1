/**
 * Whether a TIME-WAIT given in real time is safe, and what else would make it so. Every answer is that of an exploration; a
 * limit reached is no answer.
 */
@NullMarked
package dev.lastack.properties.analysis.advice;

import org.jspecify.annotations.NullMarked;
