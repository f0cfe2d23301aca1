package dev.lastack.scenario;

import dev.lastack.scenario.text.Place;

/**
 * A claim that a scenario states itself.
 *
 * @param name the claim's id in results
 * @param ltl the formula, in linear temporal logic
 * @param place where it is stated
 */
public record NamedFormula(String name, String ltl, Place place) {}
