package dev.lastack.counterexamples.report;

import dev.lastack.counterexamples.report.Suite.Case;
import dev.lastack.counterexamples.report.Suite.Standing;
import dev.lastack.scenario.text.Escape;
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
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        suites.forEach(suite -> suite(suite, xml));
        return xml.append("</testsuites>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void suite(Suite suite, StringBuilder xml) {
        xml.append(String.format(
                Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\" time=\"%.3f\">%n",
                Escape.xmlAttribute(suite.name()),
                suite.cases().size(),
                suite.count(Standing.FAILED),
                suite.count(Standing.UNDECIDED),
                suite.seconds()));
        xml.append("    <properties>\n      <property name=\"coverage\" value=\""
                + Escape.xmlAttribute(suite.coverage()) + "\"/>\n    </properties>\n");
        suite.cases().forEach(one -> testCase(suite, one, xml));
        xml.append("  </testsuite>\n");
    }

    /** One search decides all claims, so a case has no time. */
    private static void testCase(Suite suite, Case one, StringBuilder xml) {
        xml.append("    <testcase classname=\"%s\" name=\"%s\" time=\"0\">%n"
                .formatted(
                        Escape.xmlAttribute("lastack." + suite.name()),
                        Escape.xmlAttribute(one.rule().id())));
        String ladder = one.evidence().map(Suite.Evidence::ladder).orElse("");
        if (one.standing() == Standing.AS_EXPECTED) {
            xml.append("      <system-out>" + Escape.xml(one.sentence() + "\n" + ladder) + "</system-out>\n");
        } else {
            String element = one.standing() == Standing.UNDECIDED ? "error" : "failure";
            xml.append("      <%s type=\"%s\" message=\"%s\">%s</%s>%n"
                    .formatted(
                            element, one.verdict(), Escape.xmlAttribute(one.message()), Escape.xml(ladder), element));
        }
        xml.append("    </testcase>\n");
    }
}
