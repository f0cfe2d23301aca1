package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.script.Definitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and folders of scripts. */
class SuiteFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aCommentMayBeInLatin1() throws IOException {
        Path script = folder.resolve("latin1.pkt");
        Files.write(script, ("// M\u00FCller, \u00A73.4\n" + ESTABLISHED).getBytes(StandardCharsets.ISO_8859_1));
        Path other = folder.resolve("other.pkt");
        Files.write(other, (ESTABLISHED + "+0 cl\u00F6se(4) = 0\n").getBytes(StandardCharsets.ISO_8859_1));

        SuiteResult suite = PacketdrillSuite.run(List.of(script, other), ScriptStackFactory.endpoint());

        assertThat(suite.scripts())
                .extracting(ScriptResult::status)
                .containsExactly(ScriptResult.Status.PASSED, ScriptResult.Status.ERROR);
        assertThat(suite.scripts().get(1).message()).contains("other.pkt:8:");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4000, FAILED",
        "'', 20000, PASSED",
        "--tolerance_usecs=4000, 20000, FAILED", // the script knows better
        "--tolerance_usecs=20000, 4000, PASSED",
    })
    void theToleranceOfTheRunIsThatOfScriptsThatDoNotSay(String line, long tolerance, ScriptResult.Status status)
            throws IOException {
        Path script = Files.writeString(folder.resolve("late.pkt"), line + "\n" + ESTABLISHED + """
            +0 close(4) = 0
            +.01 > F. 1:1(0) ack 1
            """);

        SuiteResult suite = PacketdrillSuite.run(
                List.of(script),
                ScriptStackFactory.endpoint(),
                new SuiteOptions(tolerance, Definitions.of(List.of()), false));

        assertThat(suite.scripts()).extracting(ScriptResult::status).containsExactly(status);
    }

    @Test
    void foldersAreRunInOrderAndOddPathsHaveResults() throws IOException {
        Files.writeString(folder.resolve("b.pkt"), "0 close(3) = 0\n");
        Files.writeString(folder.resolve("a.pkt"), "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n");
        Files.write(folder.resolve("c.pkt"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Path empty = Files.createDirectory(folder.resolve("empty"));

        SuiteResult suite =
                PacketdrillSuite.run(List.of(folder, empty, folder.resolve("none.pkt")), ScriptStackFactory.endpoint());

        assertThat(suite.scripts())
                .extracting(ScriptResult::status)
                .containsExactly(
                        ScriptResult.Status.PASSED,
                        ScriptResult.Status.FAILED,
                        ScriptResult.Status.ERROR,
                        ScriptResult.Status.ERROR,
                        ScriptResult.Status.ERROR);
        assertThat(suite.allPassed()).isFalse();
        assertThat(suite.text(true)).endsWith("5 scripts: 1 passed, 1 failed, 0 unsupported, 3 with errors\n");
    }
}
