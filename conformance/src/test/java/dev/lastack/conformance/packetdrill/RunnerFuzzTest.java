package dev.lastack.conformance.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Lines of real scripts in any order, with words changed: every run ends with a result, and no stack throws. */
class RunnerFuzzTest {

    private static final int MUTANTS_OF_EACH = 100;
    private static final List<String> WORDS = List.of(
            "+0",
            "+.1",
            "*",
            "<",
            ">",
            "S",
            ".",
            "F.",
            "P.",
            "R",
            "0:0(0)",
            "1:11(10)",
            "<...>",
            "-1",
            "EAGAIN",
            "0",
            "1",
            "3",
            "4",
            "65535",
            "4294967295",
            "SHUT_WR",
            "240");

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyRunEndsWithAResult(@ForAll("seeds") long seed) throws IOException {
        Random random = new Random(seed);
        ScriptStackFactory stacks = ScriptStackFactory.endpoint();
        List<String> lines = script(random);

        for (int i = 0; i < MUTANTS_OF_EACH; i++) {
            ScriptResult result = PacketdrillSuite.run("s.pkt", mutant(lines, random), stacks);
            assertThat(result.message()).doesNotContain("the stack threw", "never passes");
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static List<String> script(Random random) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/packetdrill/connections"))) {
            List<Path> all = files.sorted().toList();
            return Files.readAllLines(all.get(random.nextInt(all.size())));
        }
    }

    private static String mutant(List<String> lines, Random random) {
        List<String> mutant = new ArrayList<>(lines);
        for (int edits = 1 + random.nextInt(3); edits > 0 && mutant.size() > 1; edits--) {
            int line = random.nextInt(mutant.size());
            switch (random.nextInt(5)) {
                case 0 -> mutant.remove(line);
                case 1 -> mutant.add(random.nextInt(mutant.size()), mutant.get(line));
                case 2 -> Collections.swap(mutant, line, random.nextInt(mutant.size()));
                default -> mutant.set(line, withAnotherWord(mutant.get(line), random));
            }
        }
        return String.join("\n", mutant) + "\n";
    }

    private static String withAnotherWord(String line, Random random) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.set(random.nextInt(words.size()), WORDS.get(random.nextInt(WORDS.size())));
        return String.join(" ", words);
    }
}
