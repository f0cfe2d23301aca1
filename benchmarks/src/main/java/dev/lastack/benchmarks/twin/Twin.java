package dev.lastack.benchmarks.twin;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Verdict;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.liveness.LivenessSearch;
import dev.lastack.checker.search.Explorer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explores the twin once and prints what was seen, one figure a line. */
@Command(name = "twin", description = "Explore the twin once.")
public final class Twin implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "\"M L TW CAP D\"", description = "The twin's constants, for example \"4 2 2 3 1\".")
    private String constants = "";

    @Option(names = "--workers", description = "Threads. Default: ${DEFAULT-VALUE}")
    private int workers = 1;

    @Option(names = "--memory", paramLabel = "MIB", description = "Budget for states, in MiB.")
    private Optional<Long> memory = Optional.empty();

    @Option(names = "--dir", description = "An empty folder, to go on from disk when the budget is used up.")
    private Optional<Path> directory = Optional.empty();

    @Option(names = "--claims", description = "Check the twin's safety claims too; each violation is then rebuilt.")
    private boolean claims;

    @Option(
            names = "--liveness",
            description = "Check that TIME-WAIT's timer moves under a fair tick; with --claims also "
                    + "that TIME-WAIT ends.")
    private boolean liveness;

    @Override
    public Integer call() {
        TcpTwin twin = new TcpTwin(TwinConstants.parse(constants));
        Explorer inMemory = new Explorer(
                twin, claims ? List.of(twin.noOldData(), twin.noOldAccepted()) : List.of(), limits(), Progress.NONE);
        Exploration seen = directory
                .map(folder -> inMemory.in(new Workspace(folder, "twin " + constants, false)))
                .orElse(inMemory)
                .run();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "distinct=%d%ngenerated=%d%nlevels=%d%nbytes=%d%nseconds=%.3f%n",
                seen.distinct(), seen.generated(), seen.levels(), seen.bytes(), seen.seconds());
        seen.verdicts()
                .forEach((name, verdict) ->
                        out.println(name + "=" + verdict.getClass().getSimpleName()));
        seen.stopped().ifPresent(why -> out.println("stopped=" + why));
        if (liveness) {
            decideLiveness(twin, seen);
        }
        return seen.stopped().isPresent() ? 3 : 0;
    }

    private void decideLiveness(TcpTwin twin, Exploration seen) {
        long start = System.nanoTime();
        new LivenessSearch(twin, TcpTwin.fairTick(), limits(), Progress.NONE)
                .run(seen, claims ? List.of(twin.timeWaitMoves(), twin.timeWaitEnds()) : List.of(twin.timeWaitMoves()))
                .forEach((name, result) -> print(name, result.verdict()));
        spec.commandLine().getOut().printf("livenessSeconds=%.3f%n", (System.nanoTime() - start) / 1e9);
    }

    private Limits limits() {
        Limits limits = Limits.none().withWorkers(workers);
        return limits.withMaxBytes(memory.map(mib -> mib << 20).orElse(limits.maxBytes()));
    }

    private void print(String claim, Verdict verdict) {
        spec.commandLine().getOut().println(claim + "=" + verdict.getClass().getSimpleName());
    }
}
