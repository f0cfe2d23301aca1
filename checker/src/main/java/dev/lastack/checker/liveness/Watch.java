package dev.lastack.checker.liveness;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;

/** Ends a search whose time is over, or whose watcher wants no more. */
final class Watch {

    private static final int STEPS_PER_LOOK = 1 << 18;
    private static final double SECONDS_PER_REPORT = 0.1;

    private final Progress progress;
    private final double timeout;
    private final long states;
    private final long began = System.nanoTime();
    private double reported;
    private int steps;

    Watch(Limits limits, Progress progress, long states) {
        this.progress = progress;
        this.timeout = limits.timeout().toMillis() / 1e3;
        this.states = states;
    }

    /** Called once for each small piece of work. */
    void step() throws StoppedException {
        if (++steps >= STEPS_PER_LOOK) {
            look();
        }
    }

    /** Called between large pieces of work. */
    void look() throws StoppedException {
        steps = 0;
        double seconds = (System.nanoTime() - began) / 1e9;
        if (seconds > timeout) {
            throw new StoppedException("time: the liveness search reached its limit of " + timeout + " s");
        }
        if (seconds - reported >= SECONDS_PER_REPORT) {
            reported = seconds;
            if (!progress.report(new Progress.Report(states, 0, 0, 0, 0, seconds))) {
                throw new StoppedException("interrupted during the liveness search");
            }
        }
    }
}
