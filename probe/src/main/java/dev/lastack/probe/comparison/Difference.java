package dev.lastack.probe.comparison;

import dev.lastack.probe.measurement.Case;
import dev.lastack.probe.measurement.Response;

/** A step on which the stack and lastack's endpoint with the knobs of the variant part. */
public record Difference(Case question, Response variant, Response measured) {}
