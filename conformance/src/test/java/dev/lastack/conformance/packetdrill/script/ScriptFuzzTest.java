package dev.lastack.conformance.packetdrill.script;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever the text, the parser answers with a script or with the place of an error within the text. */
class ScriptFuzzTest {

    private static final int MUTANTS_OF_EACH = 1_000;

    /** Pieces of the language, which reach deeper into the grammar than random characters do. */
    private static final List<String> PIECES = List.of(
            "0",
            "+0",
            "+.1",
            "*",
            "~",
            "...",
            " < ",
            " > ",
            "S",
            ".",
            "F.",
            "P.",
            "0:0(0)",
            "1:11(10)",
            " ack 1",
            " win 9",
            " urg 3",
            "<mss 1000>",
            "<...>",
            "<nop,nop,sack 1:2>",
            "<TS val 1 ecr 2,eol,eol>",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ",",
            "=",
            "|",
            "-1",
            " EAGAIN ",
            "(why)",
            "close(3) = 0",
            "f(",
            "\"s\"",
            "`sh`",
            "%{ x }%",
            "// c\n",
            "/*",
            "*/",
            "#",
            "\n",
            "--define=A=1\n",
            "A",
            "0x1F",
            "99999999999999999999",
            "-",
            "--",
            "\\",
            "\u0000",
            "\uFEFF",
            "\"",
            "`",
            "%{",
            "icmp",
            "[noecn]",
            "1 > 2");

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void everyTextHasADefinedResult(@ForAll("seeds") long seed) {
        Random random = new Random(seed);

        for (int i = 0; i < MUTANTS_OF_EACH; i++) {
            check(assembled(random));
        }
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void everyMutantOfARealScriptHasADefinedResult(@ForAll("seeds") long seed) throws IOException {
        Random random = new Random(seed);
        List<String> corpus = Corpus.SCRIPTS;
        String original = corpus.get(random.nextInt(corpus.size()));

        for (int i = 0; i < MUTANTS_OF_EACH; i++) {
            check(mutant(someLines(original, random), random));
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static void check(String text) {
        try {
            Script script = Script.parse(text);
            require(!script.events().isEmpty() || !script.unsupported().isEmpty(), text);
        } catch (ScriptSyntaxException error) {
            Position place = error.position();
            require(place.line() >= 1 && place.line() <= lines(text), text);
            require(place.column() >= 1 && place.column() <= text.length() + 1, text);
            require(!error.what().isEmpty(), text);
        }
    }

    /** A million inputs leave no time for a richer assertion. */
    private static void require(boolean holds, String text) {
        if (!holds) {
            fail("not defined for: " + text);
        }
    }

    private static int lines(String text) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static String assembled(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(24); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(3) == 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /** Up to four lines in a row: an error further down is found no sooner for what stands above it. */
    private static String someLines(String script, Random random) {
        int from = script.indexOf('\n', random.nextInt(script.length())) + 1;
        int to = from;
        for (int lines = 1 + random.nextInt(4); lines > 0; lines--) {
            int end = script.indexOf('\n', to);
            to = end < 0 ? script.length() : end + 1;
        }
        return script.substring(from, to);
    }

    /** A copy with one to four places cut out, doubled, or overwritten by a piece of the language. */
    private static String mutant(String original, Random random) {
        StringBuilder text = new StringBuilder(original);
        for (int edits = 1 + random.nextInt(4); edits > 0 && !text.isEmpty(); edits--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setCharAt(from, (char) random.nextInt(256));
            }
        }
        return text.toString();
    }

    /** The project's own scripts. */
    private static final class Corpus {
        static final List<String> SCRIPTS = read();

        private static List<String> read() {
            try (Stream<Path> files = Files.walk(Path.of("src/test/resources/packetdrill"))) {
                return files.filter(file -> file.toString().endsWith(".pkt"))
                        .sorted()
                        .map(Corpus::text)
                        .toList();
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
    }
}
