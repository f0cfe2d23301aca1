package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static dev.lastack.conformance.packetdrill.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The results as JUnit XML. */
class SuiteXmlTest {

    @Test
    void junitCountsAnUnsupportedScriptAsSkipped() {
        SuiteResult suite = new SuiteResult(List.of(
                run(ESTABLISHED),
                run(ESTABLISHED + "+0 > . 1:1(0) ack 1\n"),
                run("`false`\n0 close(3) = 0\n"),
                run("\u0000")));

        String xml = SuiteXml.of(suite);

        assertThat(xml)
                .contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\"")
                .contains("<failure message=\"s.pkt:8:4: expected &gt; . 1:1(0)")
                .contains("<skipped message=\"s.pkt:1:1: the shell command 'false' is not supported\">")
                .doesNotContain("\u0000");
    }
}
