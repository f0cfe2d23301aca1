package dev.lastack.cli.show;

import dev.lastack.capture.file.CaptureFile;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Trace;
import dev.lastack.cli.options.NextOption;
import dev.lastack.cli.options.Quantities;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.ProgressLine;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.TerminalLadder;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.cli.verify.NextRuns;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.explain.Explain;
import dev.lastack.counterexamples.explain.ExplanationText;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.Replay;
import dev.lastack.counterexamples.trace.Retaken;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Question;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastack explain}. */
@Command(
        name = "explain",
        description = {
            "Shows which rule decided each step of the run in a trace file, the fewest adverse events that violate the"
                    + " claim,",
            "and which single knob would have prevented it."
        },
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Interruption interruption;

    @Parameters(paramLabel = "FILE", description = "A trace file that 'lastack verify' wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Quantities.Time.class,
            description =
                    "Time limit for the explorations (90s, 5min); questions undecided by then are listed. Default:"
                            + " 1min.")
    private Duration timeout = Duration.ofMinutes(1);

    @Mixin
    private NextOption next = new NextOption();

    public ExplainCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (CaptureFile.looksLikeOne(file)) {
            throw new ScenarioException(
                    Place.of(file.toString()), "this is a packet capture; use: lastack capture " + file);
        }
        Optional<Replay.Outcome.Confirmed> confirmed = ReplayCommand.replayed(file, terminal);
        if (confirmed.isEmpty()) {
            return ExitCode.BAD_INPUT.code();
        }
        if (Ending.of(confirmed.get().counterexample()).isAnyState()) {
            throw new ScenarioException(Place.of(file.toString()), "its run names no claim to explain");
        }
        Explain explain = Explain.of(
                        confirmed.get().counterexample(), confirmed.get().claim())
                .limits(Limits.none().withTimeout(timeout));
        terminal.out().print(ExplanationText.of(explain.run()));
        return next.count() == 0 ? ExitCode.OK.code() : showNext(confirmed.get());
    }

    /** The runs are written where the first is. */
    private int showNext(Replay.Outcome.Confirmed confirmed) {
        Counterexample run = confirmed.counterexample();
        if (!(confirmed.claim().question() instanceof Question.OfSteps)) {
            throw new ScenarioException(
                    Place.of("--next"), confirmed.claim() + " is about whole runs; only states and steps are counted");
        }
        TerminationModel model = TerminationModel.of(run.scenario(), run.variant());
        Trace trace = Retaken.of(run, model);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        ProgressLine progress = new ProgressLine(run.scenario().name(), terminal, false, interruption);
        Unwritten unwritten = new Unwritten();
        interruption.listen();
        terminal.out().println();
        Optional<Ladder> ladder = Optional.of(TerminalLadder.of(terminal, false));
        new NextRuns(next.count(), terminal, ladder, () -> Limits.none().withTimeout(timeout), progress)
                .show(
                        model,
                        new NextRuns.First(confirmed.claim(), model, trace),
                        new NextRuns.Place(
                                new OutputFolder(folder),
                                NextRuns.withoutExtension(file),
                                TraceFile.read(file).origin(),
                                unwritten));
        progress.end();
        unwritten.tell(terminal);
        return (interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK).code();
    }
}
