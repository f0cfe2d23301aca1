package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.page.Machine;
import dev.lastack.benchmarks.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The page of all comparisons; replaced as a whole, so that an interrupted run leaves the last complete rounds. */
final class BenchmarksPage {

    private static final String TEXT = """
        # Benchmarks: the twin in three checkers

        One small model of TCP termination, the *twin*, is written in Java, TLA+ and Promela
        (`benchmarks/src/main/java/dev/lastack/benchmarks/twin`, `benchmarks/src/main/peers`) to compare
        checkers on identical work. Its constants are M (sequence modulus), L (segment lifetime), TW (TIME-WAIT
        ticks), CAP (segments in flight) and D (octets of data).

        This page was written on %s by

        ```
        %s
        ```

        Machine: %s.
        Versions: %s.

        Every figure is of a whole process, start-up included, and the median of the runs; in a round each engine
        runs once. The runner measures wall-clock time. GNU time reads CPU time (user and system) and peak resident set
        from the kernel. Each tool reports its store bytes per state: for lastack everything
        that store and levels hold at the end, for SPIN its states and hash table. Wall ratios are to lastack
        with most workers, CPU ratios to lastack with one. If two engines disagree on the number of states
        or steps, no ratio is printed. SPIN's state before its `init` step and TLC's count of the initial state are
        subtracted. The time to compile SPIN's verifier beforehand is not counted, nor is the time in which the JVM
        that runs lastack writes an archive of its classes (`-XX:ArchiveClassesAtExit`). SPIN's breadth-first search
        does not wait for its second process, so its CPU time is unknown.
        """;

    private BenchmarksPage() {}

    static void write(Path page, String command, List<PeerComparison> comparisons)
            throws IOException, InterruptedException {
        StringBuilder versions = new StringBuilder();
        for (TwinEngine engine : comparisons.stream()
                .flatMap(comparison -> comparison.entries().stream())
                .map(Entry::engine)
                .toList()) {
            String version = engine.version();
            if (versions.indexOf(version) < 0) {
                versions.append(versions.isEmpty() ? "" : "; ").append(version);
            }
        }
        StringBuilder text =
                new StringBuilder(TEXT.formatted(LocalDate.now(ZoneOffset.UTC), command, Machine.describe(), versions));
        comparisons.forEach(
                comparison -> text.append(ComparisonTable.render(comparison.constants(), comparison.entries())));
        Pages.replace(page, text.toString());
    }
}
