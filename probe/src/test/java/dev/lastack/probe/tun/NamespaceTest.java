package dev.lastack.probe.tun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine is told that cannot be probed. */
class NamespaceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutTunDevicesThereIsNothingToProbe() {
        Path device = folder.resolve("none");

        assertThat(Namespace.obstacle(device, List.of("echo", "lo")))
                .contains("there is no " + device + "; probing needs Linux with TUN devices");
    }

    @Test
    void theTrialDecides() throws IOException {
        Path device = Files.createFile(folder.resolve("tun"));

        assertThat(Namespace.obstacle(device, List.of("echo", "lo   DOWN"))).isEmpty();
        assertThat(Namespace.obstacle(device, List.of("echo", "unshare failed: Operation not permitted")))
                .contains("no network namespace can be made; run as root, or allow user namespaces:"
                        + " unshare failed: Operation not permitted");
    }

    @Test
    void aProgramThatIsMissingIsNamed() throws IOException {
        Path device = Files.createFile(folder.resolve("tun"));
        Optional<String> obstacle = Namespace.obstacle(device, List.of("no-such-program"));

        assertThat(obstacle)
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("unshare (util-linux) and ip (iproute2) are needed: ")
                        .contains("no-such-program"));
    }
}
