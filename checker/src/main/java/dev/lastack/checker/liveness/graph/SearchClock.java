package dev.lastack.checker.liveness.graph;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.liveness.ltl.StoppedException;
import java.util.Optional;

/** Tells how far a search is, and ends it when its time is over or its watcher wants no more. */
public final class SearchClock {

    private static final int STEPS_PER_LOOK = 1 << 18;
    private static final double SECONDS_PER_REPORT = 0.1;

    private final Progress progress;
    private final int workers;
    private final double timeout;
    private final long states;
    private final long began = System.nanoTime();
    private double reported;
    private String stage = "beginning";
    private long expected;
    private long done;

    public SearchClock(Limits limits, Progress progress, long states) {
        this.progress = progress;
        this.workers = limits.workers();
        this.timeout = limits.timeout().toMillis() / 1e3;
        this.states = states;
    }

    /** Threads that may work at once. */
    int workers() {
        return workers;
    }

    /** Begins a piece of work of about {@code edges} steps. */
    public void begin(String newStage, long edges) throws StoppedException {
        stage = newStage;
        expected = edges;
        done = 0;
        look(stage, "edges", 0, expected);
    }

    /** Called once for each edge of that work. */
    public void step() throws StoppedException {
        if ((++done & (STEPS_PER_LOOK - 1)) == 0) {
            look(stage, "edges", Math.min(done, expected), expected);
        }
    }

    /** Called now and then; {@code finished} of {@code total} things are done. */
    void look(String working, String unit, long finished, long total) throws StoppedException {
        double seconds = (System.nanoTime() - began) / 1e9;
        if (seconds > timeout) {
            throw new StoppedException("the time limit was reached during the liveness search");
        }
        if (seconds - reported >= SECONDS_PER_REPORT) {
            reported = seconds;
            Progress.Stage now = new Progress.Stage(working, unit, finished, total);
            if (!progress.report(new Progress.Report(states, 0, 0, 0, 0, seconds, Optional.of(now)))) {
                throw new StoppedException("interrupted during the liveness search");
            }
        }
    }
}
