package dev.lastack.spark;

import dev.lastack.checker.partition.Backward;
import dev.lastack.checker.partition.Cluster;
import dev.lastack.checker.partition.Distribution;
import dev.lastack.checker.partition.LevelStep;
import dev.lastack.checker.partition.LocalDistribution;
import dev.lastack.checker.partition.Recipe;
import dev.lastack.checker.partition.SmallHere;
import dev.lastack.checker.partition.TaskOutcome;
import dev.lastack.checker.partition.part.FolderStorage;
import dev.lastack.checker.partition.part.Storage;
import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.verification.Verification;
import dev.lastack.properties.verification.recipe.Partitioning;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A driver in a process that may be killed. Arguments: master, scenario, folder, what goes wrong, and a jar with
 * {@link OwnVariant} if that is to decide. Prints the results.
 */
final class Driver {

    /** The level of about 10,000 states at which things go wrong. */
    private static final int LEVEL = 20;

    private static final int PARTITIONS = 4;

    /** Smaller levels are searched in the driver, as on the command line. */
    private static final long SMALL_LEVEL = 2_000;

    private Driver() {}

    /** What goes wrong. */
    enum Mishap {
        NONE,
        EXECUTOR_KILLED_IN_MAP,
        EXECUTOR_KILLED_IN_MERGE,
        DRIVER_KILLED_BETWEEN_LEVELS,
        DRIVER_KILLED_IN_LEVEL
    }

    /** Runs the search. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Mishap mishap = Mishap.valueOf(arguments[3]);
        Path folder = Path.of(arguments[2]);
        boolean resume = Files.exists(folder);
        Path marker = folder.resolveSibling("struck-" + mishap);
        List<Path> jars = Stream.of(arguments).skip(4).map(Path::of).toList();
        try (Cluster cluster = new SparkProvider().connect(arguments[0], jars)) {
            Distribution divided = new SmallHere(
                    SMALL_LEVEL, new LocalDistribution(1, folder.resolveSibling("scratch")), cluster.distribution());
            Distribution distribution = new Striking(divided, mishap, marker.toString());
            System.out.print(Results.of(Verification.of(Scenarios.load(arguments[1]))
                    .variant(jars.isEmpty() ? Variant.OF_KNOBS : OwnVariant.load(jars.get(0)))
                    .on(new Partitioning(distribution, name -> FolderStorage.at(folder), resume, PARTITIONS))
                    .run()));
        }
    }

    private record Striking(Distribution distribution, Mishap mishap, String marker) implements Distribution {

        @Override
        public void check(LevelStep step, StopCondition halt) {
            distribution.check(step, halt);
        }

        @Override
        public List<TaskOutcome> advance(LevelStep step, StopCondition halt) {
            if (step.level() != LEVEL) {
                return distribution.advance(step, halt);
            }
            FolderStorage folder = (FolderStorage) step.storage();
            return switch (mishap) {
                case NONE -> distribution.advance(step, halt);
                case EXECUTOR_KILLED_IN_MAP ->
                    distribution.advance(with(step, new FatalRecipe(step.recipe(), marker, 100), step.storage()), halt);
                case EXECUTOR_KILLED_IN_MERGE ->
                    distribution.advance(
                            with(step, step.recipe(), new FatalStorage(folder, marker, LEVEL + 1, true)), halt);
                case DRIVER_KILLED_BETWEEN_LEVELS -> {
                    Runtime.getRuntime().halt(137);
                    yield List.of();
                }
                case DRIVER_KILLED_IN_LEVEL -> {
                    Thread killer = new Thread(this::dieOnceStruck, "killer");
                    killer.setDaemon(true);
                    killer.start();
                    yield distribution.advance(
                            with(step, step.recipe(), new FatalStorage(folder, marker, LEVEL + 1, false)), halt);
                }
            };
        }

        private static LevelStep with(LevelStep step, Recipe recipe, Storage storage) {
            return new LevelStep(
                    recipe, storage, step.ownership(), step.level(), step.findings(), step.seen(), step.memory());
        }

        private void dieOnceStruck() {
            while (!Files.exists(Path.of(marker))) {
                Thread.onSpinWait();
            }
            Runtime.getRuntime().halt(137);
        }

        @Override
        public List<List<@Nullable Predecessor>> goBack(Backward backward) {
            return distribution.goBack(backward);
        }

        @Override
        public void close() {
            distribution.close();
        }
    }
}
