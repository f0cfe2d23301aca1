package dev.lastack.cli.options;

import dev.lastack.properties.verification.Engine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How scenarios are checked. */
public final class CheckOptions {

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private DecisionsOption decisions = new DecisionsOption();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "${COMPLETION-CANDIDATES}: hull decides safety claims for any number of segments in flight, plain"
                            + " decides every claim within the capacity, zones decide safety claims at real durations"
                            + " without a tick; default: auto, which asks the hull first.")
    private Engine engine = Engine.AUTO;

    @Option(names = "--grow-capacity", description = "Increases the capacity until it is no longer reached.")
    private boolean growCapacity;

    @Option(names = "--strict", description = "Makes a verdict inconclusive (exit code 3) if a bound was reached.")
    private boolean strict;

    @Option(
            names = "--reduce",
            paramLabel = "NAMES",
            converter = ReductionChoice.Converter.class,
            description = "Reductions to use: all, none, or some of dead-variables, ghosts, symmetry;"
                    + " default: all that are safe for the claims.")
    private Optional<ReductionChoice> reduce = Optional.empty();

    @Option(names = "--coverage", description = "Lists the actions and state changes that were never taken.")
    private boolean coverage;

    @Option(
            names = {"-o", "--trace-dir"},
            paramLabel = "DIR",
            description = "Folder for the trace files of violated claims; default: ${DEFAULT-VALUE}.",
            defaultValue = "lastack-out")
    private Path traceFolder = Path.of("lastack-out");

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keeps the levels of each scenario in a subfolder of DIR, and continues on disk when"
                    + " memory is used up. With --spark a folder that all its machines see, or a URI such as"
                    + " hdfs://HOST/FOLDER.")
    private Optional<String> levelFolder = Optional.empty();

    @Option(names = "--resume", description = "Resumes from the last complete level in --dir.")
    private boolean resume;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints one line per scenario, without progress and ladder.")
    private boolean quiet;

    public LimitOptions limits() {
        return limits;
    }

    public Engine engine() {
        return engine;
    }

    public boolean growCapacity() {
        return growCapacity;
    }

    public Optional<ReductionChoice> reduce() {
        return reduce;
    }

    public boolean coverage() {
        return coverage;
    }

    public boolean strict() {
        return strict;
    }

    public Path traceFolder() {
        return traceFolder;
    }

    public Optional<Path> levelFolder() {
        return levelFolder.map(Path::of);
    }

    /** Which of these options cannot be combined, or have a value that cannot be used, if any. */
    public Optional<String> complaint() {
        return limits.complaint()
                .or(() -> limits.lossy() && levelFolder.isPresent()
                        ? Optional.of("--lossy cannot be combined with --dir, which keeps every state")
                        : Optional.empty())
                .or(() -> resume && levelFolder.isEmpty()
                        ? Optional.of("--resume needs --dir, the folder to resume from")
                        : Optional.empty())
                .or(() -> cluster.complaint(levelFolder))
                .or(() -> decisions.complaint())
                .or(() -> engine == Engine.ZONES ? notForZones() : Optional.empty());
    }

    private Optional<String> notForZones() {
        Map<String, Boolean> foreign = new LinkedHashMap<>();
        foreign.put("--grow-capacity", growCapacity);
        foreign.put("--spark", cluster.isGiven());
        foreign.put("--decisions", decisions.isGiven());
        foreign.put("--dir", levelFolder.isPresent());
        foreign.put("--lossy", limits.lossy());
        foreign.put("--reduce", reduce.isPresent());
        foreign.put("--coverage", coverage);
        return foreign.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(option -> refusalByZones(option.getKey()))
                .findFirst();
    }

    /** What is said of an option that zones do not have. */
    public static String refusalByZones(String option) {
        return option + " cannot be combined with --engine zones, which explores no states in ticks";
    }

    /** The same as it was written: for a cluster it may be a URI. */
    public Optional<String> levelLocation() {
        return levelFolder;
    }

    public DecisionsOption decisions() {
        return decisions;
    }

    public ClusterOptions cluster() {
        return cluster;
    }

    public boolean resume() {
        return resume;
    }

    public boolean quiet() {
        return quiet;
    }
}
