package dev.lastack.conformance.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts that say, segment by segment, what RFC 9293 decides: each passes, and nothing is sent beside. */
class OwnScriptsTest {

    static Stream<ScriptResult> scripts() {
        return PacketdrillSuite.run(List.of(Path.of("src/test/resources/packetdrill")), ScriptStackFactory.endpoint())
                .scripts()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void passes(ScriptResult script) {
        assertThat(script.status())
                .as("%s%n%s", script.message(), script.ladder())
                .isEqualTo(ScriptResult.Status.PASSED);
        assertThat(script.unmet()).isEmpty();
    }
}
