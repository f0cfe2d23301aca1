package dev.lastack.counterexamples.report;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.lastack.counterexamples.report.Suite.Case;
import dev.lastack.counterexamples.report.Suite.Rule;
import dev.lastack.counterexamples.report.Suite.Standing;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.scenario.text.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
    public byte[] write(List<Suite> suites) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        List<Rule> rules = suites.stream()
                .flatMap(suite -> suite.cases().stream())
                .map(Case::rule)
                .distinct()
                .toList();
        tool(run, rules);
        run.putArray("invocations").addObject().put("executionSuccessful", true);
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (Suite suite : suites) {
            Multiset<String> seen = HashMultiset.create();
            for (Case one : suite.cases()) {
                seen.add(one.rule().id());
                if (one.standing() != Standing.AS_EXPECTED) {
                    ObjectNode result = results.addObject();
                    result(suite, one, rules.indexOf(one.rule()), result);
                    String again = seen.count(one.rule().id()) > 1
                            ? "/" + seen.count(one.rule().id())
                            : "";
                    result.putObject("partialFingerprints")
                            .put(
                                    "scenarioAndClaim/v1",
                                    suite.name() + "/" + one.rule().id() + again);
                    one.evidence().ifPresent(evidence -> codeFlow(one.place(), evidence.flow(), result));
                }
            }
        }
        return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void tool(ObjectNode run, List<Rule> claims) {
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "lastack").put("version", Version.current());
        ArrayNode rules = driver.putArray("rules");
        for (Rule claim : claims) {
            ObjectNode rule = rules.addObject().put("id", claim.id()).put("name", claim.id());
            rule.putObject("shortDescription").put("text", claim.sentence());
            rule.putObject("help").put("text", claim.sentence() + " Source: " + claim.citation() + ".");
            rule.putObject("defaultConfiguration").put("level", "error");
        }
    }

    private static void result(Suite suite, Case one, int rule, ObjectNode result) {
        result.put("ruleId", one.rule().id()).put("ruleIndex", rule);
        result.put("level", one.standing() == Standing.FAILED ? "error" : "warning");
        result.putObject("message").put("text", suite.name() + ": " + one.sentence());
        result.putArray("locations").add(location(one.place()));
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

    private static void codeFlow(Place place, List<String> flow, ObjectNode result) {
        ArrayNode locations = result.putArray("codeFlows")
                .addObject()
                .putArray("threadFlows")
                .addObject()
                .putArray("locations");
        for (int step = 1; step <= flow.size(); step++) {
            ObjectNode at = locations.addObject();
            ObjectNode location = location(place);
            location.putObject("message").put("text", flow.get(step - 1));
            at.set("location", location);
            at.put("executionOrder", step);
            at.put("importance", step == flow.size() ? "essential" : "important");
        }
    }
}
