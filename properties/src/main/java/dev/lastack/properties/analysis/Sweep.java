package dev.lastack.properties.analysis;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.properties.Claim;
import dev.lastack.properties.Verification;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Place;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.ScenarioException;
import dev.lastack.scenario.TickCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Every claim at every combination of the values of some knobs. Cells are independent: several are explored at a time,
 * each by one worker, and the results are the same for any number of workers.
 */
public final class Sweep {

    private final Scenario base;
    private final List<Claim> claims;
    private final List<Cell> cells;

    private Sweep(Scenario base, List<Claim> claims, List<Cell> cells) {
        this.base = base;
        this.claims = List.copyOf(claims);
        this.cells = List.copyOf(cells);
    }

    /**
     * Lays out the cells.
     *
     * @param maxCells more than that many are refused
     * @throws ScenarioException if an axis names an unknown knob, has an empty range, or there are too many cells
     */
    public static Sweep of(Scenario base, List<Axis> axes, List<Claim> claims, int maxCells) {
        List<Cell> cells = new ArrayList<>();
        layOut(new Layout(base, axes, maxCells, cells), 0, Map.of());
        return new Sweep(base, claims, cells);
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
     * @param perCell the budget of each cell; its workers are the number of cells explored at a time
     * @param done results of an earlier run, by settings
     * @param finished told of each new result as it comes, by one thread at a time
     * @param progress told of every cell under way, by several threads; cells it ends are left undecided
     * @return the results of all cells, in order
     */
    public List<CellResult> run(
            Limits perCell,
            Map<Map<String, String>, CellResult> done,
            Consumer<CellResult> finished,
            Progress progress) {
        int atATime = perCell.workers();
        Limits each = perCell.withWorkers(1).withMaxBytes(perCell.maxBytes() / atATime);
        List<CellResult> results = new ArrayList<>();
        List<Future<CellResult>> running = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(atATime);
        try {
            for (Cell cell : cells) {
                CellResult known = done.get(cell.settings());
                if (known != null) {
                    results.add(new CellResult(cell, known.outcomes(), known.distinct(), known.note(), known.report()));
                } else {
                    running.add(pool.submit(() -> {
                        CellResult result = decide(cell, each, progress);
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
            throw new AssertionError("a cell failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
        results.sort(Comparator.comparingInt(result -> result.cell().number()));
        return List.copyOf(results);
    }

    private CellResult decide(Cell cell, Limits limits, Progress progress) {
        Scenario scenario;
        try {
            scenario = scenario(cell);
        } catch (ScenarioException impossible) {
            // Some combinations of knobs make no scenario; the others are still worth their answers.
            Map<String, Outcome> outcomes = new LinkedHashMap<>();
            claims.forEach(claim -> outcomes.put(claim.id(), Outcome.INCONCLUSIVE));
            return new CellResult(cell, outcomes, 0, String.valueOf(impossible.getMessage()), Optional.empty());
        }
        Verification verification =
                Verification.of(scenario).claims(claims).limits(limits).progress(progress);
        return CellResult.of(cell, verification.run());
    }

    /** What laying out the cells needs at every axis. */
    private record Layout(Scenario base, List<Axis> axes, int maxCells, List<Cell> cells) {}

    private static void layOut(Layout layout, int depth, Map<String, String> settings) {
        if (depth == layout.axes().size()) {
            if (layout.cells().size() == layout.maxCells()) {
                throw new ScenarioException(
                        Place.of("--vary"),
                        "this is more than " + layout.maxCells() + " cells; --max-cells allows more");
            }
            layout.cells().add(new Cell(layout.cells().size(), settings));
            return;
        }
        Axis axis = layout.axes().get(depth);
        int msl = TickCount.of(settings.getOrDefault("msl", ""), 0)
                .orElse(layout.base().environment().msl());
        for (String value : axis.values(msl)) {
            Scenario.builder("--vary " + axis.knob()).set(axis.knob(), value); // Refuses what no cell could mean.
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put(axis.knob(), value);
            layOut(layout, depth + 1, more);
        }
    }
}
