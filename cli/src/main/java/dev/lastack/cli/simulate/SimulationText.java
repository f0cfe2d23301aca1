package dev.lastack.cli.simulate;

import dev.lastack.checker.walk.RandomRun;
import dev.lastack.cli.terminal.Invocation;
import dev.lastack.cli.terminal.Paragraph;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.TerminalLadder;
import dev.lastack.cli.verify.WrittenTrace;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.properties.simulation.ClaimTally;
import dev.lastack.properties.simulation.Simulation;
import dev.lastack.properties.simulation.SimulationResult;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statistics of random runs for people. */
final class SimulationText {

    private final PrintStream out;
    private final Ladder ladder;

    SimulationText(Terminal terminal, boolean coloured) {
        this.out = terminal.out();
        this.ladder = TerminalLadder.of(terminal, coloured);
    }

    void print(Scenario scenario, Simulation.Runs asked, SimulatedRuns written, boolean drawn) {
        SimulationResult result = written.result();
        out.printf(
                Locale.ROOT,
                "%s: %s, %,d steps, seed %d%n",
                scenario.name(),
                counted(result.runs(), "random run"),
                result.steps(),
                asked.seed());
        claims(written);
        for (Host host : Host.values()) {
            out.println(Paragraph.of(host + " was in " + visits(result, host) + ".", "  "));
        }
        if (result.stuck() > 0) {
            out.println("  " + counted(result.stuck(), "run") + " ended early: the bounds and weights left no step.");
        }
        shown(written);
        if (SimulatedRuns.isRounded(scenario)) {
            out.println("  Durations are rounded to ticks: a run here need not exist at the real ones.");
        }
        if (drawn) {
            out.println();
            out.print(ladder.text(written.shown().run()));
        }
        out.println("Random runs prove nothing; " + Invocation.name() + " verify checks every run.");
        out.flush();
    }

    private void claims(SimulatedRuns written) {
        int width = written.result().claims().stream()
                .mapToInt(tally -> tally.claim().id().length())
                .max()
                .orElse(0);
        for (ClaimTally tally : written.result().claims()) {
            String run = Optional.ofNullable(
                            written.violations().get(tally.claim().id()))
                    .map(trace -> "  in " + trace.run().length() + " steps  " + command(trace))
                    .orElse("");
            out.printf(
                    Locale.ROOT,
                    "  %-" + Math.max(width, 1) + "s  put to the test in %,d, violated in %,d%s%n",
                    tally.claim().id(),
                    tally.tested(),
                    tally.violated(),
                    run);
        }
    }

    private static String visits(SimulationResult result, Host host) {
        return result.visits().getOrDefault(host, Map.of()).entrySet().stream()
                .map(visit -> visit.getKey() + " in " + visit.getValue())
                .collect(Collectors.joining(", "));
    }

    private void shown(SimulatedRuns written) {
        RandomRun walk = written.result().shown();
        String what = walk.end() == RandomRun.End.REACHED
                ? counted(written.result().reached(), "run") + " reached the state; the shortest has "
                        + counted(walk.run().steps().size(), "step")
                : "The first run";
        out.println("  " + what + ": " + command(written.shown()));
    }

    private static String command(WrittenTrace trace) {
        return trace.replayCommand().orElse("(its trace file could not be written)");
    }

    private static String counted(int count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
