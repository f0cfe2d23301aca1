package dev.lastack.explore.web;

import dev.lastack.model.TerminationAtoms;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.SafetyClaim;
import tools.jackson.databind.node.ArrayNode;

/** Claims and atoms as the page lists them. */
final class ScenarioJson {

    private ScenarioJson() {}

    static void claims(ArrayNode list) {
        for (SafetyClaim claim : SafetyClaim.values()) {
            list.addObject()
                    .put("id", claim.claim().id())
                    .put("sentence", claim.claim().sentence());
        }
    }

    static void atoms(ArrayNode list, TerminationModel model) {
        new TerminationAtoms(model).names().forEach(list::add);
    }
}
