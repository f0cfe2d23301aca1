package dev.lastack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents are tests: every command in them prints what they say. With {@code -Dlastack.documents=rewrite} they are brought
 * up to date instead, and the difference is there to be reviewed.
 */
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/packetdrill.md", "docs/advise.md"})
    void commandsPrintWhatTheDocumentSays(String name) throws IOException, InterruptedException {
        ConsoleDocument document = new ConsoleDocument(ROOT.resolve(name), folder);
        String run = document.asRun();
        if (System.getProperty("lastack.documents", "").equals("rewrite")) {
            Files.writeString(ROOT.resolve(name), run);
            return;
        }
        assertThat(withoutTimes(run)).isEqualTo(withoutTimes(document.asWritten()));
    }

    /** How long something took is the machine's business. */
    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+\\.\\d s", "0.0 s");
    }
}
