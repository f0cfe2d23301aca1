package dev.lastack.explore.web;

import dev.lastack.explore.Choices;
import dev.lastack.explore.ExploreException;
import dev.lastack.explore.Playground;
import dev.lastack.explore.RandomSteps;
import dev.lastack.explore.Walk;
import dev.lastack.explore.search.Answer;
import dev.lastack.explore.search.Searches;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the page may ask. Each question carries the choices that it is about; nothing is remembered between two questions. */
final class Api {

    private static final int MOST_RANDOM_STEPS = 100;

    private final Playground playground;
    private final Searches searches;
    private final Choices start;
    private final int startAt;

    /** The page begins with {@code start}, at its step {@code startAt}. */
    Api(Playground playground, Searches searches, Choices start, int startAt) {
        this.playground = playground;
        this.searches = searches;
        this.start = start;
        this.startAt = startAt;
    }

    /** What the page needs to know once. */
    ObjectNode scenario() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", playground.scenario().name());
        node.put("description", playground.scenario().statement().description());
        node.put("digest", playground.digest());
        node.put("start", start.toString()).put("startAt", startAt);
        ScenarioJson.claims(node.putArray("claims"));
        ScenarioJson.atoms(node.putArray("atoms"), playground.model());
        return node;
    }

    /** The run, and what is possible at its step "at". */
    JsonNode run(RequestBody question) {
        Walk line = walk(question);
        int at = question.number("at", 0, line.length());
        return new RunJson(playground, line, at).node();
    }

    /** The choices with some random steps appended. */
    JsonNode random(RequestBody question) {
        int steps = question.number("steps", 1, MOST_RANDOM_STEPS);
        int seed = question.number("seed", Integer.MIN_VALUE, Integer.MAX_VALUE);
        return choices(RandomSteps.from(playground, walk(question), steps, seed));
    }

    /** A shortest run: "claim" to a violation, "state" to a state, "otherwise" by another way to the same state. */
    JsonNode shortest(RequestBody question) {
        long goals = List.of("claim", "state", "otherwise").stream()
                .filter(question::has)
                .count();
        if (goals != 1) {
            throw new Refusal(400, "one of claim, state and otherwise is wanted, found " + goals);
        }
        Walk walk = walk(question);
        Answer answer = question.has("claim")
                ? searches.violating(walk, question.text("claim").orElseThrow())
                : question.has("state")
                        ? searches.reaching(walk, question.text("state").orElseThrow())
                        : searches.otherwise(walk);
        if (answer instanceof Answer.Found found) {
            return choices(found.choices());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return answer instanceof Answer.None none
                ? node.put("none", none.why())
                : node.put("undecided", ((Answer.Undecided) answer).why());
    }

    /** The text of the trace file. */
    String trace(RequestBody question) {
        return playground.traceFile(walk(question), question.text("claim"));
    }

    private Walk walk(RequestBody question) {
        if (!question.scenario().equals(playground.digest())) {
            throw new ExploreException("scenario: the link is of another scenario; this is "
                    + playground.scenario().name() + ", digest " + playground.digest());
        }
        return playground.walk(question.choices());
    }

    private static ObjectNode choices(Choices choices) {
        return JsonNodeFactory.instance.objectNode().put("choices", choices.toString());
    }
}
