package dev.lastack.cli.verify;

import dev.lastack.checker.Exploration;
import dev.lastack.cli.options.CheckOptions;
import dev.lastack.cli.options.ReductionChoice;
import dev.lastack.cli.terminal.Counted;
import dev.lastack.cli.terminal.Paragraph;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.TerminalLadder;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.properties.retiming.Retiming;
import dev.lastack.properties.verification.BoundUse;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Stage;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.Escape;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Results for people: the verdicts of each scenario, then the shortest run that makes it fail. */
final class TextResults implements Results {

    private final PrintStream out;
    private final Ladder ladder;
    private final Ansi ansi;
    private final boolean quiet;
    private final boolean coverage;
    private final boolean reductions;
    private final boolean tour;

    /** With {@code tour}, a documented violation is shown as well. */
    TextResults(Terminal terminal, boolean coloured, CheckOptions options, boolean tour) {
        this.out = terminal.out();
        this.ladder = TerminalLadder.of(terminal, coloured);
        this.ansi = coloured ? Ansi.ON : Ansi.OFF;
        this.quiet = options.quiet();
        this.coverage = options.coverage();
        this.reductions = options.reduce().isPresent();
        this.tour = tour;
    }

    @Override
    public void add(Checked checked) {
        if (quiet) {
            out.println(oneLine(checked));
            neverTaken(checked);
            return;
        }
        String description = checked.scenario().statement().description();
        out.println(ansi.string("@|bold " + checked.scenario().name() + "|@")
                + (description.isEmpty() ? "" : ": " + Escape.line(description)));
        for (Outcome outcome : List.of(Outcome.VIOLATED, Outcome.INCONCLUSIVE, Outcome.VACUOUS, Outcome.HOLDS)) {
            section(checked, outcome);
        }
        checked.realTimeReach().ifPresent(reach -> out.println("  " + reach));
        searches(checked).forEach(line -> out.println("  " + line));
        if (reductions) {
            out.println("  reduced by: " + ReductionChoice.text(checked.report().reductions()));
        }
        neverTaken(checked);
        toShow(checked).ifPresent(trace -> {
            out.println();
            out.print(ladder.text(trace.run()));
            trace.replayCommand().ifPresent(command -> out.println("Replay: " + command));
        });
        if (toShow(checked).isEmpty()) {
            timedRun(checked);
        }
        out.println();
    }

    /** The shortest run of a failure, where each takes more ticks than a trace can. */
    private void timedRun(Checked checked) {
        checked.claims().stream()
                .filter(judged -> judged.failed() && !judged.result().timedRun().isEmpty())
                .min(Comparator.comparingInt(
                        judged -> judged.result().timedRun().size()))
                .ifPresent(judged -> {
                    out.println();
                    out.println("A run that violates " + judged.id() + ", at real times:");
                    judged.result().timedRun().forEach(line -> out.println("  " + line));
                });
    }

    private void neverTaken(Checked checked) {
        if (coverage) {
            out.println(Paragraph.of(
                    "  never taken: " + String.join(", ", checked.report().neverTaken()), "      "));
        }
    }

    @Override
    public void addQuietly(Checked checked) {
        if (quiet) {
            add(checked); // Else the remark that follows tells what matters of it.
        }
    }

    @Override
    public void remark(String sentence) {
        if (!quiet) {
            out.println(Paragraph.of(sentence, ""));
        }
    }

    @Override
    public void end() {
        out.flush();
    }

    private Optional<WrittenTrace> toShow(Checked checked) {
        Optional<WrittenTrace> failure = checked.shortestFailure();
        return failure.isPresent() || !tour
                ? failure
                : checked.claims().stream()
                        .flatMap(judged -> judged.trace().stream())
                        .findFirst();
    }

    private void section(Checked checked, Outcome outcome) {
        List<Judged> all = checked.claims().stream()
                .filter(judged -> judged.outcome() == outcome)
                .toList();
        List<Judged> expected =
                all.stream().filter(judged -> !judged.unexpected()).toList();
        boolean together = outcome == Outcome.HOLDS || outcome == Outcome.VACUOUS;
        if (together) {
            expected.stream()
                    .sorted(Comparator.comparing(
                            judged -> judged.result().decidedBy().networks()))
                    .collect(Collectors.groupingBy(
                            judged -> judged.result().reach().orElse(""), LinkedHashMap::new, Collectors.toList()))
                    .forEach((reach, claims) -> out.println(ansi.string(together(outcome, reach, claims))));
        }
        int width = all.stream().map(Judged::id).mapToInt(String::length).max().orElse(0);
        all.stream()
                .filter(judged -> !together || judged.unexpected())
                .forEach(judged ->
                        out.println("  " + ansi.string(mark(outcome)) + " " + outcome + "  " + detail(judged, width)));
        for (Judged judged : all) {
            judged.result().notes().forEach(note -> out.println("      " + judged.id() + ": " + note));
        }
    }

    /** Claims of one outcome that hold for the same networks. */
    private static String together(Outcome outcome, String reach, List<Judged> claims) {
        String ids = claims.stream().map(Judged::id).collect(Collectors.joining(", "));
        String tail = outcome == Outcome.HOLDS ? "" : " (never put to the test)";
        String networks = reach.isEmpty() ? "" : "; " + reach;
        return Paragraph.of(mark(outcome) + " " + outcome + "  " + ids + tail + networks, "  ");
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "@|green ✓|@";
            case VIOLATED -> "@|bold,red ✗|@";
            case VACUOUS -> "@|yellow ∅|@";
            case INCONCLUSIVE -> "@|yellow ?|@";
        };
    }

    private static String detail(Judged judged, int width) {
        StringBuilder line = new StringBuilder(judged.id())
                .append(" ".repeat(width - judged.id().length()));
        judged.trace()
                .ifPresent(trace -> line.append(String.format(
                        Locale.ROOT,
                        "  in %2d %s  %s",
                        trace.run().length(),
                        trace.run().length() == 1 ? "step " : "steps",
                        trace.replayCommand().orElse("(its trace file could not be written)"))));
        if (!judged.result().timedRun().isEmpty()) {
            line.append(String.format(
                    Locale.ROOT,
                    "  in %2d steps  (no trace file: it takes more than %,d ticks)",
                    judged.result().timedRun().size(),
                    Retiming.MOST_TICKS));
        }
        judged.result().inFlight().ifPresent(most -> line.append("  (up to " + most + " in flight)"));
        judged.result().why().ifPresent(why -> line.append("  ").append(why));
        judged.expected()
                .ifPresent(expected -> line.append(judged.unexpected() ? "  expected: " + expected : "  as expected"));
        return line.toString();
    }

    private static String oneLine(Checked checked) {
        String counts = checked.claims().stream()
                .collect(Collectors.groupingBy(Judged::outcome, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey()))
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String unexpected = checked.claims().stream()
                .filter(Judged::unexpected)
                .map(judged -> judged.id() + " " + judged.outcome() + " instead of "
                        + judged.expected().orElseThrow())
                .collect(Collectors.joining(", "));
        return checked.scenario().name() + ": " + counts + (unexpected.isEmpty() ? "" : "; " + unexpected)
                + checked.shortestFailure()
                        .flatMap(WrittenTrace::replayCommand)
                        .map(command -> "; " + command)
                        .orElse("");
    }

    /** What each search saw, a line for each. */
    static List<String> searches(Checked checked) {
        return checked.report().stages().stream()
                .map(stage -> numbers(stage) + bounds(checked, stage))
                .toList();
    }

    private static String numbers(Stage stage) {
        Exploration seen = stage.exploration();
        String depth = stage.engine() == Engine.PLAIN ? ", depth " + (seen.levels() - 1) : "";
        return String.format(
                Locale.ROOT,
                "%s, %s%s, %.1f s",
                Counted.of(seen.distinct(), stage.engine().counted()),
                Counted.of(seen.generated(), "step"),
                depth,
                seen.seconds());
    }

    private static String bounds(Checked checked, Stage stage) {
        return stage.engine() == Engine.PLAIN
                ? checked.report().bounds().stream()
                        .filter(BoundUse::isMet)
                        .map(TextResults::bound)
                        .collect(Collectors.joining())
                : "";
    }

    private static String bound(BoundUse bound) {
        return String.format(
                Locale.ROOT,
                "; within %s (reached %s, %s cut)",
                bound.name(),
                Counted.of(bound.reached(), "time"),
                Counted.of(bound.cut(), "step"));
    }
}
