package dev.lastack.counterexamples.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.lastack.checker.Limits;
import dev.lastack.counterexamples.fixture.Verified;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reports are valid by the published schemas: Surefire's of JUnit XML, and that of SARIF 2.1.0. */
class ReportSchemasTest {

    /** Violations as expected and not, vacuous claims, a search cut short, two scenarios in one file, none. */
    static Stream<List<CheckedScenario>> reports() {
        Report report = Verified.randomIsnReport();
        CheckedScenario asExpected = new CheckedScenario(
                report,
                report.claims().stream()
                        .collect(Collectors.toMap(result -> result.claim().id(), ClaimResult::outcome)));
        CheckedScenario hoping = new CheckedScenario(report, Map.of("no-old-data", Outcome.VIOLATED));
        CheckedScenario cut = CheckedScenario.of(Verification.of(Verified.randomIsn())
                .limits(Limits.none().withMaxStates(100))
                .run());
        return Stream.of(
                List.of(CheckedScenario.of(report)),
                List.of(asExpected, hoping),
                List.of(cut),
                List.of(CheckedScenario.of(report), cut),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junitXml(List<CheckedScenario> scenarios) throws Exception {
        byte[] xml = ReportFormats.named("junit").orElseThrow().render(scenarios);
        // Surefire writes a file for each suite; several in one file stand in <testsuites>.
        NodeList suites = document(xml).getElementsByTagName("testsuite");

        assertThat(suites.getLength()).isEqualTo(scenarios.size());
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/schemas/surefire-test-report.xsd"));
        for (int i = 0; i < suites.getLength(); i++) {
            schema.newValidator().validate(new DOMSource(suites.item(i)));
        }
    }

    private static Document document(byte[] xml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarif(List<CheckedScenario> scenarios) {
        String log = new String(ReportFormats.named("sarif").orElseThrow().render(scenarios), StandardCharsets.UTF_8);

        assertThat(sarifSchema().validate(log, InputFormat.JSON)).isEmpty();
    }

    @Test
    void aMissingVersionIsNoticed() {
        assertThat(sarifSchema().validate("{\"runs\": []}", InputFormat.JSON)).isNotEmpty();
    }

    private static JsonSchema sarifSchema() {
        try (InputStream schema = Objects.requireNonNull(
                ReportSchemasTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
