package dev.lastack.cli.terminal;

import dev.lastack.checker.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Tells of a running exploration on stderr: a line that is drawn over on a terminal, else one every 30 seconds. */
public final class ProgressLine implements Progress {

    private static final double SILENT_AT_FIRST = 0.5;
    private static final double BETWEEN_LINES = 30;
    private static final String ERASE = "\r\u001b[K";

    private final String scenario;
    private final PrintStream err;
    private final boolean redrawn;
    private final boolean quiet;
    private final Interruption interruption;
    private double next;
    private int level = -1;
    private double levelQueue;
    private double growth = Double.NaN;
    private boolean drawn;
    private boolean explored;

    public ProgressLine(String scenario, Terminal terminal, boolean quiet, Interruption interruption) {
        this.scenario = scenario;
        this.err = terminal.err();
        this.redrawn = terminal.errIsTty();
        this.quiet = quiet;
        this.interruption = interruption;
        this.next = redrawn ? SILENT_AT_FIRST : BETWEEN_LINES;
    }

    @Override
    public boolean report(Report report) {
        if (report.stage().isPresent() != explored) {
            explored = report.stage().isPresent();
            next = redrawn ? 0 : BETWEEN_LINES;
        }
        learn(report);
        if (!quiet && report.seconds() >= next) {
            if (redrawn) {
                err.print(ERASE + line(report));
                err.flush();
                drawn = true;
            } else {
                err.println(line(report));
                next = report.seconds() + BETWEEN_LINES;
            }
        }
        return !interruption.isRequested();
    }

    /** How much larger a level is than the one before. */
    private void learn(Report report) {
        if (report.level() != level) {
            growth = level >= 0 && levelQueue > 0
                    ? Math.pow(report.queued() / levelQueue, 1.0 / (report.level() - level))
                    : Double.NaN;
            level = report.level();
            levelQueue = report.queued();
        }
    }

    /** If levels shrink as they did last, what is left is a geometric series. */
    private String estimate(Report report, double rate) {
        if (Double.isNaN(growth)) {
            return "";
        }
        return growth < 0.98
                ? String.format(Locale.ROOT, ", about %.0f s left", report.queued() / (1 - growth) / Math.max(rate, 1))
                : String.format(Locale.ROOT, ", levels grow by %.2f", growth);
    }

    /** Removes the line that was drawn over. */
    public void end() {
        if (drawn) {
            err.print(ERASE);
            err.flush();
        }
    }

    private String line(Report report) {
        return report.stage().map(stage -> line(report, stage)).orElseGet(() -> explorationLine(report));
    }

    /** What follows the exploration has a separate clock. */
    private String line(Report report, Stage stage) {
        return String.format(
                Locale.ROOT,
                "%s: %,d states explored; %s: %,d of about %,d %s, %.0f s",
                scenario,
                report.distinct(),
                stage.name(),
                stage.done(),
                stage.total(),
                stage.unit(),
                report.seconds());
    }

    private String explorationLine(Report report) {
        double rate = report.distinct() / Math.max(report.seconds(), 1e-3);
        return String.format(
                Locale.ROOT,
                "%s: %,d states, %,.0f/s, level %d, %,d queued, %,d MiB, %.0f s%s",
                scenario,
                report.distinct(),
                rate,
                report.level(),
                report.queued(),
                report.bytes() >> 20,
                report.seconds(),
                estimate(report, rate));
    }
}
