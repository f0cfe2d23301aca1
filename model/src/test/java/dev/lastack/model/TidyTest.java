package dev.lastack.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that no compiler checks. */
class TidyTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "lastack", "model");
    private static final Pattern SHIFT = Pattern.compile(" (<<|>>|>>>)=? ");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(\\*|/\\*|//)");

    @Test
    void onlyTheLayoutShiftsBits() throws IOException {
        assertThat(linesWith(SHIFT)).allMatch(line -> line.startsWith("StateLayout.java"));
        assertThat(linesWith(SHIFT)).isNotEmpty();
    }

    private static List<String> linesWith(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> lines(file)
                            .filter(line -> !COMMENT.matcher(line).find())
                            .filter(line -> pattern.matcher(line).find())
                            .map(line -> file.getFileName() + ": " + line.strip()))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
