package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.report.Suite.Case;
import dev.lastack.counterexamples.report.Suite.Standing;
import dev.lastack.scenario.text.Xml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * JUnit XML: a suite for each scenario, a case for each claim. A verdict other than the expected one is a failure with
 * its ladder; a claim that could not be decided is an error.
 */
public final class JUnitXml implements ReportFormat {

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public byte[] write(List<Suite> suites) {
        Xml xml = new Xml("  ").document().open("testsuites");
        suites.forEach(suite -> suite(suite, xml));
        return xml.close().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void suite(Suite suite, Xml xml) {
        xml.open(
                "testsuite",
                "name",
                suite.name(),
                "tests",
                suite.cases().size(),
                "failures",
                suite.count(Standing.FAILED),
                "errors",
                suite.count(Standing.UNDECIDED),
                "skipped",
                0,
                "time",
                String.format(Locale.ROOT, "%.3f", suite.seconds()));
        xml.open("properties")
                .empty("property", "name", "coverage", "value", suite.coverage())
                .close();
        suite.cases().forEach(one -> testCase(suite, one, xml));
        xml.close();
    }

    /** One search decides all claims, so a case has no time. */
    private static void testCase(Suite suite, Case one, Xml xml) {
        xml.open(
                "testcase",
                "classname",
                "lastack." + suite.name(),
                "name",
                one.rule().id(),
                "time",
                0);
        String ladder = one.evidence().map(Suite.Evidence::ladder).orElse("");
        if (one.standing() == Standing.AS_EXPECTED) {
            xml.text("system-out", one.sentence() + "\n" + ladder);
        } else {
            String element = one.standing() == Standing.UNDECIDED ? "error" : "failure";
            xml.text(element, ladder, "type", one.verdict(), "message", one.message());
        }
        xml.close();
    }
}
