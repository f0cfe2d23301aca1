package dev.lastack.properties.packetdrill;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A suite's results for continuous integration: a test case per script, an unsupported one counted as skipped. */
public final class JunitXml {

    private JunitXml() {}

    /** The document, in the form that JUnit's readers share. */
    public static String of(SuiteResult suite) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "packetdrill");
            count(xml, "tests", suite.scripts().size());
            count(xml, "failures", suite.count(ScriptResult.Status.FAILED));
            count(xml, "errors", suite.count(ScriptResult.Status.ERROR));
            count(xml, "skipped", suite.count(ScriptResult.Status.UNSUPPORTED));
            for (ScriptResult script : suite.scripts()) {
                testCase(xml, script);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new AssertionError("writing XML to memory cannot fail", impossible);
        }
        return text.append('\n').toString();
    }

    private static void count(XMLStreamWriter xml, String name, long count) throws XMLStreamException {
        xml.writeAttribute(name, Long.toString(count));
    }

    private static void testCase(XMLStreamWriter xml, ScriptResult script) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "packetdrill");
        xml.writeAttribute("name", legal(script.file()));
        xml.writeAttribute("file", legal(script.file()));
        switch (script.status()) {
            case PASSED -> {}
            case FAILED -> problem(xml, "failure", script);
            case UNSUPPORTED -> problem(xml, "skipped", script);
            case ERROR -> problem(xml, "error", script);
        }
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String element, ScriptResult script) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", legal(script.message()));
        xml.writeCharacters(legal(script.ladder()));
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write most control characters; a script may hold any. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) ? c : '?')
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
