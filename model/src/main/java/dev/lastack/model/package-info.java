/**
 * The formal model of how TCP connections end: rules that follow RFC 9293 §3.10 check by check, over packed states
 * that {@link dev.lastack.model.TerminationModel} hands to the checker.
 */
@NullMarked
package dev.lastack.model;

import org.jspecify.annotations.NullMarked;
