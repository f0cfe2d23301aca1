package dev.lastack.properties.analysis;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.Jobs;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.Report;
import dev.lastack.properties.verification.recipe.CatalogueClaims;
import dev.lastack.properties.verification.recipe.ScenarioRecipe;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Every claim at every combination of the values of some knobs. Cells are independent: several are explored at a time,
 * each by one worker, and the results are the same for any number of workers.
 */
public final class Sweep {

    /** A cluster that has not begun a cell by then is not waited for beyond the time of that cell. */
    private static final Duration TO_START = Duration.ofSeconds(10);

    private final Scenario base;
    private final List<Claim> claims;
    private final List<Cell> cells;
    private final int ports;
    private final Duration cellBudget;
    private final Optional<Jobs> cluster;

    private Sweep(
            Scenario base,
            List<Claim> claims,
            List<Cell> cells,
            int ports,
            Duration cellBudget,
            Optional<Jobs> cluster) {
        this.base = base;
        this.claims = List.copyOf(claims);
        this.cells = List.copyOf(cells);
        this.ports = ports;
        this.cellBudget = cellBudget;
        this.cluster = cluster;
    }

    /**
     * Lays out the cells.
     *
     * @param maxCells more than that many are refused
     * @throws ScenarioException if two axes name one knob, an axis names an unknown knob or has an empty range, or there are too many cells
     */
    public static Sweep of(Scenario base, List<Axis> axes, List<Claim> claims, int maxCells) {
        requireDistinct(axes);
        Grid grid = new Grid(base, axes);
        long count = grid.count();
        if (count > maxCells) {
            throw new ScenarioException(
                    Place.of("--vary"),
                    String.format(
                            Locale.ROOT,
                            "asks for %s%,d cells; at most %,d are taken, --max-cells %d allows as many",
                            count == Long.MAX_VALUE ? "more than " : "",
                            count,
                            maxCells,
                            count));
        }
        return new Sweep(
                base, claims, grid.cells(), Price.DEFAULT_PORTS, Limits.none().timeout(), Optional.empty());
    }

    private static void requireDistinct(List<Axis> axes) {
        Set<String> knobs = new HashSet<>();
        for (Axis axis : axes) {
            if (!knobs.add(axis.knob())) {
                throw new ScenarioException(
                        Place.of("--vary"),
                        axis.knob() + " is varied twice; name all its values once: " + axis.knob() + "=value,value");
            }
        }
    }

    /** The same with prices for that many ephemeral ports. */
    public Sweep withPorts(int newPorts) {
        return new Sweep(base, claims, cells, newPorts, cellBudget, cluster);
    }

    /** The same with no more than that time for each cell; one that takes longer is inconclusive. */
    public Sweep withCellBudget(Duration newBudget) {
        return new Sweep(base, claims, cells, ports, newBudget, cluster);
    }

    /**
     * The same with each cell decided by a process of a cluster. Results have no {@link CellResult#report}.
     *
     * @throws ScenarioException if a claim cannot be sent there
     */
    public Sweep on(Jobs jobs) {
        CatalogueClaims.ids(claims);
        return new Sweep(base, claims, cells, ports, cellBudget, Optional.of(jobs));
    }

    /** The scenario that the cells are made from. */
    public Scenario base() {
        return base;
    }

    /** All cells, in order. */
    public List<Cell> cells() {
        return cells;
    }

    /** The claims decided in each cell. */
    public List<Claim> claims() {
        return claims;
    }

    /** The scenario at a cell. */
    public Scenario scenario(Cell cell) {
        return base.with(cell.settings(), Place.of("cell " + cell));
    }

    /**
     * Decides every cell that {@code done} has no result for.
     *
     * @param limits states for each cell, time and memory for all; its workers are the cells explored at a time.
     *     On a cluster memory and cells at a time are the cluster's
     * @param done results of an earlier run, by settings
     * @param finished receives each new result, from one thread at a time
     * @param progress receives reports on every running cell, from several threads; cells that it stops stay undecided
     * @return the results of all cells, in order
     */
    public List<CellResult> run(
            Limits limits,
            Map<Map<String, String>, CellResult> done,
            Consumer<CellResult> finished,
            Progress progress) {
        int atATime = cluster.map(Jobs::atATime).orElse(limits.workers());
        Limits each = limits.withWorkers(1).withMaxBytes(limits.maxBytes() / atATime);
        long start = System.nanoTime();
        List<CellResult> results = new ArrayList<>();
        List<Future<CellResult>> running = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(atATime);
        try {
            for (Cell cell : cells) {
                CellResult known = done.get(cell.settings());
                if (known != null) {
                    results.add(known.at(cell, price(scenario(cell))));
                } else {
                    running.add(pool.submit(() -> {
                        Duration left = limits.timeout().minusNanos(System.nanoTime() - start);
                        CellResult result = decide(cell, each.withTimeout(least(left, cellBudget)), progress);
                        synchronized (pool) {
                            finished.accept(result);
                        }
                        return result;
                    }));
                }
            }
            for (Future<CellResult> result : running) {
                results.add(result.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Workspace.Unusable unusable) {
                throw unusable;
            }
            throw new AssertionError("a cell failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
        results.sort(Comparator.comparingInt(result -> result.cell().number()));
        return List.copyOf(results);
    }

    private static Duration least(Duration left, Duration budget) {
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(budget) < 0 ? left : budget;
    }

    private CellResult decide(Cell cell, Limits limits, Progress progress) {
        Scenario scenario;
        try {
            scenario = scenario(cell);
        } catch (ScenarioException impossible) {
            // Some combinations of knobs make no scenario; the others are still worth their answers.
            return undecided(cell, String.valueOf(impossible.getMessage()));
        }
        try {
            CellResult result = cluster.isPresent()
                    ? elsewhere(cluster.get(), cell, limits, progress)
                    : here(cell, limits, progress);
            return result.at(cell, price(scenario));
        } catch (OutOfMemoryError exhausted) {
            // What the cell took is garbage by now, so the next one has the whole heap again.
            return undecided(cell, CellVerdicts.NO_HEAP).at(cell, price(scenario));
        } catch (UncheckedIOException gaveUp) {
            return undecided(cell, String.valueOf(gaveUp.getMessage())).at(cell, price(scenario));
        }
    }

    private CellResult here(Cell cell, Limits limits, Progress progress) {
        Report report = CellVerdicts.verification(scenario(cell), claims, limits)
                .progress(progress)
                .run();
        return CellResult.of(cell, CellVerdicts.of(report), Optional.of(report));
    }

    private CellResult elsewhere(Jobs jobs, Cell cell, Limits limits, Progress progress) {
        CellJob job = new CellJob(
                ScenarioRecipe.of(scenario(cell)),
                CatalogueClaims.ids(claims),
                limits.maxStates(),
                limits.timeout(),
                jobs.atATimeInAProcess());
        long start = System.nanoTime();
        double longest = limits.timeout().plus(TO_START).toNanos() / 1e9;
        BooleanSupplier cancelled = () -> {
            double seconds = (System.nanoTime() - start) / 1e9;
            return seconds > longest || !progress.report(new Progress.Report(0, 0, 0, 0, 0, seconds));
        };
        return jobs.run(job, cancelled)
                .map(verdicts -> CellResult.of(cell, verdicts, Optional.empty()))
                .orElseGet(() -> undecided(cell, "the search was cancelled"));
    }

    private CellResult undecided(Cell cell, String why) {
        List<String> ids = claims.stream().map(Claim::id).toList();
        return CellResult.of(cell, CellVerdicts.undecided(ids, why), Optional.empty());
    }

    private Optional<Price> price(Scenario scenario) {
        return Price.of(scenario, ports);
    }
}
