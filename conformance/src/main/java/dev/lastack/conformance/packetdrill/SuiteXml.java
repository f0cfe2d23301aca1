package dev.lastack.conformance.packetdrill;

import dev.lastack.scenario.text.Escape;
import java.util.Locale;

/** A suite's results for continuous integration: a test case per script, an unsupported one counted as skipped. */
public final class SuiteXml {

    private SuiteXml() {}

    /** The document, in the form that the readers of JUnit's reports share. */
    public static String of(SuiteResult suite) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(String.format(
                Locale.ROOT,
                "<testsuite name=\"packetdrill\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">%n",
                suite.scripts().size(),
                suite.count(ScriptResult.Status.FAILED),
                suite.count(ScriptResult.Status.ERROR),
                suite.count(ScriptResult.Status.UNSUPPORTED)));
        suite.scripts().forEach(script -> testCase(script, xml));
        return xml.append("</testsuite>\n").toString();
    }

    private static void testCase(ScriptResult script, StringBuilder xml) {
        String file = Escape.xmlAttribute(script.file());
        xml.append("  <testcase classname=\"packetdrill\" name=\"" + file + "\" file=\"" + file + "\"");
        String element = element(script.status());
        if (element.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n    <" + element + " message=\"")
                .append(Escape.xmlAttribute(script.message()))
                .append("\">")
                .append(Escape.xml(script.ladder()))
                .append("</" + element + ">\n  </testcase>\n");
    }

    private static String element(ScriptResult.Status status) {
        return switch (status) {
            case PASSED -> "";
            case FAILED -> "failure";
            case UNSUPPORTED -> "skipped";
            case ERROR -> "error";
        };
    }
}
