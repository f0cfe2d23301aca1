package dev.lastack.conformance.packetdrill.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.PacketdrillSuite;
import dev.lastack.conformance.packetdrill.ScriptResult;
import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sourced files are read below the folder that the user named, and never executed. */
class SourcedFilesTest {

    @TempDir
    private Path folder;

    private Path suite;
    private Path script;

    @BeforeEach
    void aSuiteWithASharedFolder() throws IOException {
        suite = Files.createDirectories(folder.resolve("suite"));
        Files.createDirectories(suite.resolve("common"));
        script = Files.createDirectories(suite.resolve("close")).resolve("a.pkt");
        Files.writeString(script, "`../common/defaults.sh`\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n");
    }

    private static ScriptResult run(Path path) {
        return PacketdrillSuite.run(List.of(path), ScriptStackFactory.endpoint())
                .scripts()
                .get(0);
    }

    @Test
    void aFileBelowTheNamedFolderIsReadForWhatItSets() throws IOException {
        Files.writeString(
                suite.resolve("common/defaults.sh"), "#!/bin/sh\n. ./more.sh\nsysctl -q net.ipv4.tcp_sack=1\n");
        Files.writeString(suite.resolve("close/more.sh"), "sysctl -q net.ipv4.tcp_dsack=1\n");

        ScriptResult result = run(suite);

        assertThat(result.status()).as(result.message()).isEqualTo(ScriptResult.Status.PASSED);
        assertThat(result.ignored()).containsExactly("net.ipv4.tcp_dsack", "net.ipv4.tcp_sack");
    }

    @Test
    void nothingIsExecuted() throws IOException {
        Path trace = folder.resolve("trace");
        Path shell = suite.resolve("common/defaults.sh");
        Files.writeString(shell, "#!/bin/sh\ntouch " + trace + "\n");
        assertThat(shell.toFile().setExecutable(true)).isTrue();

        ScriptResult result = run(suite);

        assertThat(result.message()).contains("a.pkt:1:1: the shell command 'touch ");
        assertThat(trace).doesNotExist();
    }

    @Test
    void aFileOutsideTheFolderIsNotRead() throws IOException {
        Files.writeString(suite.resolve("common/defaults.sh"), "sysctl -q net.ipv4.tcp_sack=1\n");

        ScriptResult result = run(script);

        assertThat(result.status()).isEqualTo(ScriptResult.Status.UNSUPPORTED);
        assertThat(result.message())
                .contains("a.pkt:1:1: the sourced file '../common/defaults.sh', which lies outside ")
                .endsWith(", is not supported");
    }

    @Test
    void aLinkDoesNotLeadOutOfTheFolder() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.sh"), "sysctl -q net.ipv4.tcp_sack=1\n");
        Files.createSymbolicLink(suite.resolve("common/defaults.sh"), outside);

        assertThat(run(suite).message()).contains("which lies outside ");
    }

    @Test
    void aMissingFileIsUnsupported() {
        assertThat(run(suite).message()).contains("'../common/defaults.sh', which cannot be read, is not supported");
    }

    @Test
    void filesThatSourceEachOtherEnd() throws IOException {
        Files.writeString(suite.resolve("common/defaults.sh"), "../common/defaults.sh\n../common/defaults.sh\n");

        assertThat(run(suite).message()).contains("sourced 8 levels deep");
    }
}
