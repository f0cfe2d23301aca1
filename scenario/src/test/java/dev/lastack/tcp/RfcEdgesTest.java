package dev.lastack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RfcEdgesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "model.md");

    @Test
    void theTableInTheDocumentIsTheTableInTheCode() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(table());
    }

    private static String table() {
        Stream<String> head = Stream.of("| from | to | by | RFC 9293 |", "| --- | --- | --- | --- |");
        Stream<String> rows = RfcEdges.ALL.stream()
                .map(e -> "| %s | %s | %s | %s |".formatted(e.from(), e.to(), e.event(), e.section()));
        return Stream.concat(head, rows).collect(Collectors.joining("\n", "\n", "\n"));
    }

    @Test
    void everyOtherStateChangeIsRefused() {
        List<String> allowed =
                RfcEdges.ALL.stream().map(e -> e.from() + " " + e.to()).toList();
        assertThat(allowed).doesNotHaveDuplicates();
        for (TcpState from : TcpState.values()) {
            for (TcpState to : TcpState.values()) {
                assertThat(RfcEdges.allows(from, to)).isEqualTo(allowed.contains(from + " " + to));
            }
        }
    }
}
