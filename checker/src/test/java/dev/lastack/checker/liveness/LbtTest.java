package dev.lastack.checker.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastack.checker.liveness.ltl.Automaton;
import dev.lastack.checker.liveness.ltl.Formula;
import dev.lastack.checker.liveness.ltl.StoppedException;
import dev.lastack.checker.liveness.ltl.Tableau;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the tableau against Debian's {@code lbt}, another translator, on all small lassos. */
@Tag("peers")
class LbtTest {

    private static final int FORMULAS = 400;

    @Test
    void acceptsWhatTheAutomatonOfLbtAccepts() throws IOException, InterruptedException, StoppedException {
        assumeTrue(isInstalled(), "not run: lbt is not installed");
        Random random = new Random(20_260_101);
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = RandomFormulas.withOperators(1 + random.nextInt(6), random);
            LbtAutomaton theirs = LbtAutomaton.read(translate(LbtAutomaton.prefix(formula)));
            Automaton ours = Tableau.of(formula);
            SmallLassos.forEach(
                    3,
                    (letters, loopStart) -> assertThat(AutomatonOracle.accepts(ours, letters, loopStart))
                            .as("%s on %s from %d", formula, letters, loopStart)
                            .isEqualTo(theirs.accepts(letters, loopStart)));
        }
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Path.of(folder, "lbt").toFile().canExecute());
    }

    private static String translate(String formula) throws IOException, InterruptedException {
        Process lbt = new ProcessBuilder("lbt").start();
        try (var in = lbt.getOutputStream()) {
            in.write((formula + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        String automaton = new String(lbt.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(lbt.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lbt.exitValue()).isZero();
        return automaton;
    }
}
