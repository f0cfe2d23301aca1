package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.scenario.Expectation;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * SARIF 2.1.0: a rule for each claim, a result for each verdict that is not the expected one, at the scenario's line,
 * and the run as its code flow, a location for each step.
 */
public final class Sarif implements ReportFormat {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** How a {@link Place} names a shipped variant. */
    private static final String VARIANT = "variant ";

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public byte[] render(List<CheckedScenario> scenarios) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        List<Claim> rules = scenarios.stream()
                .flatMap(scenario -> scenario.report().claims().stream())
                .map(ClaimResult::claim)
                .distinct()
                .toList();
        tool(run, rules);
        run.putArray("invocations").addObject().put("executionSuccessful", true);
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (CheckedScenario scenario : scenarios) {
            for (ClaimResult claim : scenario.report().claims()) {
                if (!scenario.asExpected(claim)) {
                    result(scenario, claim, rules.indexOf(claim.claim()), results.addObject());
                }
            }
        }
        return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void tool(ObjectNode run, List<Claim> claims) {
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "lastack").put("version", Version.current());
        ArrayNode rules = driver.putArray("rules");
        for (Claim claim : claims) {
            ObjectNode rule = rules.addObject().put("id", claim.id()).put("name", claim.id());
            rule.putObject("shortDescription").put("text", claim.sentence());
            rule.putObject("help").put("text", claim.sentence() + " Source: " + claim.citation() + ".");
            rule.putObject("defaultConfiguration").put("level", "error");
        }
    }

    private static void result(CheckedScenario scenario, ClaimResult claim, int rule, ObjectNode result) {
        boolean decided = claim.outcome() == Outcome.HOLDS || claim.outcome() == Outcome.VIOLATED;
        result.put("ruleId", claim.claim().id()).put("ruleIndex", rule);
        result.put("level", decided ? "error" : "warning");
        result.putObject("message").put("text", scenario.name() + ": " + Verdicts.sentence(scenario, claim));
        result.putArray("locations").add(location(place(scenario, claim)));
        result.putObject("partialFingerprints")
                .put(
                        "scenarioAndClaim/v1",
                        scenario.name() + "/" + claim.claim().id());
        scenario.counterexample(claim).ifPresent(run -> codeFlow(place(scenario, claim), run, result));
    }

    /** Where the scenario states the verdict, or else where it begins. */
    private static Place place(CheckedScenario scenario, ClaimResult claim) {
        return scenario.report().scenario().statement().expectations().stream()
                .filter(expectation -> expectation.claim().equals(claim.claim().id()))
                .map(Expectation::place)
                .findFirst()
                .orElse(scenario.report().scenario().statement().place());
    }

    private static ObjectNode location(Place place) {
        ObjectNode location = JsonNodeFactory.instance.objectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(path(place.source())));
        ObjectNode region = physical.putObject("region");
        region.put("startLine", Math.max(1, place.line()));
        region.put("startColumn", Math.max(1, place.column()));
        return location;
    }

    /** The file; consumers such as GitHub refuse a result without one, so for a variant its file in lastack's repository. */
    private static String path(String source) {
        return source.startsWith(VARIANT)
                ? "scenario/src/main/resources/dev/lastack/scenario/variants/" + source.substring(VARIANT.length())
                        + ".yaml"
                : source;
    }

    private static String uri(String source) {
        try {
            return new URI(null, null, source.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the source " + source + " is no path", e);
        }
    }

    private static void codeFlow(Place place, Counterexample run, ObjectNode result) {
        StepStory story = new StepStory(run, Flights.of(run));
        ArrayNode locations = result.putArray("codeFlows")
                .addObject()
                .putArray("threadFlows")
                .addObject()
                .putArray("locations");
        for (int step = 1; step <= run.length(); step++) {
            ObjectNode at = locations.addObject();
            List<String> words = new ArrayList<>();
            words.add("t=" + run.instant(step) + ", step " + step + ".");
            words.addAll(story.sentences(step));
            ObjectNode location = location(place);
            location.putObject("message").put("text", String.join(" ", words));
            at.set("location", location);
            at.put("executionOrder", step);
            at.put("importance", step == run.length() ? "essential" : "important");
        }
    }
}
