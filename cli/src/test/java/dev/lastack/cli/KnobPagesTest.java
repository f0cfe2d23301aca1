package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages made from the knob table are up to date; {@code -Dlastack.documents=rewrite} brings them up to date. */
class KnobPagesTest {

    private static final Path DOCS = Path.of("..", "docs");

    @ParameterizedTest
    @CsvSource({"markdown, knobs.md", "schema, scenario.schema.json"})
    void arePrintedByTheCommand(String format, String page) throws IOException {
        Shell.Run run = new Shell().run("knobs", "--format", format);

        assertThat(run.code()).isZero();
        if (System.getProperty("lastack.documents", "").equals("rewrite")) {
            Files.writeString(DOCS.resolve(page), run.out());
        }
        assertThat(DOCS.resolve(page)).hasContent(run.out());
    }
}
