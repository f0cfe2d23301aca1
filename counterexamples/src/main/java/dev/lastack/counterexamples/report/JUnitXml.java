package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.Escape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * JUnit XML: a suite for each scenario, a case for each claim. A verdict other than the expected one is a failure with
 * its ladder; a claim that could not be decided is an error.
 */
public final class JUnitXml implements ReportFormat {

    private final Ladder ladder = new Ladder(false);

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public byte[] render(List<CheckedScenario> scenarios) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        scenarios.forEach(scenario -> suite(scenario, xml));
        return xml.append("</testsuites>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void suite(CheckedScenario scenario, StringBuilder xml) {
        List<ClaimResult> claims = scenario.report().claims();
        long errors =
                claims.stream().filter(claim -> undecided(scenario, claim)).count();
        long failures =
                claims.stream().filter(claim -> !scenario.asExpected(claim)).count() - errors;
        xml.append(String.format(
                Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\" time=\"%.3f\">%n",
                Escape.xmlAttribute(scenario.name()),
                claims.size(),
                failures,
                errors,
                scenario.report().seconds()));
        xml.append("    <properties>\n      <property name=\"coverage\" value=\""
                + Escape.xmlAttribute(Verdicts.coverage(scenario)) + "\"/>\n    </properties>\n");
        claims.forEach(claim -> testCase(scenario, claim, xml));
        xml.append("  </testsuite>\n");
    }

    private static boolean undecided(CheckedScenario scenario, ClaimResult claim) {
        boolean decided = claim.outcome() == Outcome.HOLDS || claim.outcome() == Outcome.VIOLATED;
        return !decided && !scenario.asExpected(claim);
    }

    /** One search decides all claims, so a case has no time. */
    private void testCase(CheckedScenario scenario, ClaimResult claim, StringBuilder xml) {
        xml.append("    <testcase classname=\"%s\" name=\"%s\" time=\"0\">%n"
                .formatted(
                        Escape.xmlAttribute("lastack." + scenario.name()),
                        Escape.xmlAttribute(claim.claim().id())));
        String sentence = Verdicts.sentence(scenario, claim);
        if (!scenario.asExpected(claim)) {
            String element = undecided(scenario, claim) ? "error" : "failure";
            String message = scenario.expected().containsKey(claim.claim().id())
                    ? "expected " + scenario.expected(claim) + ". " + sentence
                    : sentence;
            xml.append("      <%s type=\"%s\" message=\"%s\">%s</%s>%n"
                    .formatted(
                            element,
                            claim.outcome(),
                            Escape.xmlAttribute(message),
                            Escape.xml(details(scenario, claim)),
                            element));
        } else {
            xml.append(
                    "      <system-out>" + Escape.xml(sentence + "\n" + details(scenario, claim)) + "</system-out>\n");
        }
        xml.append("    </testcase>\n");
    }

    private String details(CheckedScenario scenario, ClaimResult claim) {
        return scenario.counterexample(claim).map(ladder::text).orElse("");
    }
}
