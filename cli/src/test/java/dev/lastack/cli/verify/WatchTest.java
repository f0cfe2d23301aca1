package dev.lastack.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    private static final String SMALL = "extends: two-msl\ncapacity: 1\nmsl: 1\n";

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = Interruption.onRequest();

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
    }

    /** Each look finds what stands next in the file; after the last the user presses Ctrl-C. */
    private int watch(Path file, String... contents) {
        Deque<String> left = new ArrayDeque<>(List.of(contents));
        Supplier<Loaded> load = () -> {
            try {
                if (left.isEmpty()) {
                    interruption.request();
                } else {
                    String next = left.removeFirst();
                    Files.deleteIfExists(file);
                    if (!next.isEmpty()) {
                        Files.writeString(file, next);
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return Loaded.variant(Scenarios.load(file.toString()));
        };
        Results results = new JsonResults(terminal(), Optional.empty());
        return new Watch(terminal(), interruption, results)
                .run(load, this::check)
                .code();
    }

    private Checked check(Loaded loaded) {
        Report report = Verification.of(loaded.scenario())
                .claims(TerminationClaims.DRAINED)
                .run();
        Judged judged = new Judged(report.claims().get(0), Optional.empty(), false, Optional.empty(), Optional.empty());
        return new Checked(report, List.of(judged), false);
    }

    @Test
    void onlyWhatChangedIsToldAndAMissingOrBrokenFileIsWaitedFor() {
        Path file = folder.resolve("mine.yaml");

        int code = watch(
                file,
                SMALL,
                SMALL,
                SMALL + "time-wait: 1\n",
                "",
                "",
                "time-wait: oops\n",
                SMALL + "time-wait: 1 # a comment\n",
                SMALL + "time-wait: 0\n",
                SMALL);

        assertThat(code).isEqualTo(130);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "mine: changed",
                        "  drained: holds → violated",
                        "mine: no verdict changed",
                        "mine: changed",
                        "  drained: violated → holds");
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        missing -> assertThat(missing).contains("there is no file"),
                        broken -> assertThat(broken).contains("mine.yaml:1:12: time-wait: 'oops'"));
    }

    @Test
    @Timeout(120)
    void theCommandChecksAgainUntilItIsInterrupted() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), SMALL);
        Interruption ctrlC = Interruption.onRequest();
        CompletableFuture<Shell.Run> command = CompletableFuture.supplyAsync(() -> new Shell(ctrlC)
                .run("verify", "--watch", file.toString(), "--claim", "drained", "-o", folder.toString()));
        Path trace = folder.resolve("mine.drained.itf.json");
        TimeUnit.SECONDS.sleep(3);
        Files.writeString(file, SMALL + "time-wait: 1\n");
        while (!Files.exists(trace)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(1);
        ctrlC.request();

        Shell.Run run = finished(command);

        assertThat(run.code()).as(run.err()).isEqualTo(130);
        assertThat(run.out()).contains("✓ holds  drained").contains("drained: holds → violated  in ");
    }

    private static Shell.Run finished(CompletableFuture<Shell.Run> command) throws Exception {
        try {
            return command.get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("Ctrl-C does not end it", e);
        }
    }
}
