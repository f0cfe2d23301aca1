package dev.lastack.conformance.packetdrill;

import dev.lastack.scenario.text.Xml;

/** A suite's results for continuous integration: a test case per script, an unsupported one counted as skipped. */
public final class SuiteXml {

    private SuiteXml() {}

    /** The document, in the form that the readers of JUnit's reports share. */
    public static String of(SuiteResult suite) {
        Xml xml = new Xml("  ")
                .document()
                .open(
                        "testsuite",
                        "name",
                        "packetdrill",
                        "tests",
                        suite.scripts().size(),
                        "failures",
                        suite.count(ScriptResult.Status.FAILED),
                        "errors",
                        suite.count(ScriptResult.Status.ERROR),
                        "skipped",
                        suite.count(ScriptResult.Status.UNSUPPORTED));
        suite.scripts().forEach(script -> testCase(script, xml));
        return xml.close().toString();
    }

    private static void testCase(ScriptResult script, Xml xml) {
        Object[] names = {"classname", "packetdrill", "name", script.file(), "file", script.file()};
        String element = element(script.status());
        if (element.isEmpty()) {
            xml.empty("testcase", names);
            return;
        }
        xml.open("testcase", names)
                .text(element, script.ladder(), "message", script.message())
                .close();
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
