package dev.lastack.explore.web;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.svg.SvgLadder;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.counterexamples.story.StoryClock;
import dev.lastack.explore.Changes;
import dev.lastack.explore.Changes.InFlight;
import dev.lastack.explore.Changes.Value;
import dev.lastack.explore.Playground;
import dev.lastack.explore.PossibleStep;
import dev.lastack.explore.PossibleSteps;
import dev.lastack.explore.Walk;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run at one of its steps, as the page shows it. */
final class RunJson {

    /** Beyond, a drawing is longer than anybody scrolls; the last steps are told in words instead. */
    private static final int LONGEST_DRAWN = 250;

    private static final int STEPS_IN_WORDS = 30;

    private final Playground playground;
    private final Walk line;
    private final int at;
    private final Counterexample run;
    private final Flights flights;

    /** {@code line} after {@code at} of its steps; the rest is what redo would take again. */
    RunJson(Playground playground, Walk line, int at) {
        this.playground = playground;
        this.line = line;
        this.at = at;
        this.run = line.run();
        this.flights = line.flights();
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        StoryClock clock = StoryClock.of(run);
        node.put("length", line.length()).put("at", at).put("time", clock.at(run.instant(at)));
        if (line.length() <= LONGEST_DRAWN) {
            node.put("svg", new SvgLadder().text(playground.counterexample(line)));
        } else {
            words(node.putArray("words"));
        }
        last(node.putObject("last"));
        Changes changes = new Changes(run, at);
        ObjectNode tcbs = node.putObject("tcbs");
        for (Host host : Host.values()) {
            values(tcbs.putArray(host.name()), changes.tcb(host));
        }
        ArrayNode network = node.putArray("network");
        for (Host to : Host.values()) {
            changes.network(to, flights).forEach(segment -> segment(network.addObject(), segment));
        }
        values(node.putArray("budgets"), changes.budgets());
        steps(node);
        return node;
    }

    private void words(ArrayNode list) {
        StepStory story = new StepStory(run, flights);
        for (int step = Math.max(1, at - STEPS_IN_WORDS + 1); step <= at; step++) {
            ObjectNode node = list.addObject().put("step", step);
            story.sentences(step).forEach(node.putArray("sentences")::add);
        }
    }

    private void last(ObjectNode node) {
        ArrayNode sentences = node.putArray("sentences");
        ArrayNode rules = node.putArray("rules");
        ArrayNode violates = node.putArray("violates");
        if (at == 0) {
            return;
        }
        new StepStory(run, flights).sentences(at).forEach(sentences::add);
        run.step(at).rules().forEach(rules::add);
        for (Claim claim : playground.violatedBy(line.trace().steps().get(at - 1))) {
            violates.addObject().put("id", claim.id()).put("sentence", claim.sentence());
        }
    }

    private static void values(ArrayNode list, List<Value> values) {
        for (Value value : values) {
            list.addObject().put("name", value.name()).put("old", value.old()).put("now", value.now());
        }
    }

    private static void segment(ObjectNode node, InFlight segment) {
        node.put("to", segment.flight().to().name())
                .put("number", segment.flight().number())
                .put("header", segment.flight().segment().header())
                .put("incarnation", segment.flight().segment().incarnation())
                .put("age", segment.age())
                .put("gone", segment.gone())
                .put("sent", segment.sent());
    }

    private void steps(ObjectNode node) {
        Walk here = at == line.length() ? line : playground.walk(line.choices().upTo(at));
        PossibleSteps possible = PossibleSteps.after(playground, here);
        node.put("cut", possible.cut());
        ArrayNode list = node.putArray("steps");
        for (PossibleStep step : possible.all()) {
            ObjectNode item = list.addObject()
                    .put("action", Integer.toString(step.action(), 36))
                    .put("group", step.group());
            step.sentences().forEach(item.putArray("sentences")::add);
            step.rules().forEach(item.putArray("rules")::add);
            step.violates().forEach(item.putArray("violates")::add);
        }
    }
}
