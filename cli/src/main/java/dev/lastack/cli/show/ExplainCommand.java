package dev.lastack.cli.show;

import dev.lastack.checker.Limits;
import dev.lastack.cli.options.Quantities;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.counterexamples.explain.Explain;
import dev.lastack.counterexamples.explain.ExplanationText;
import dev.lastack.counterexamples.trace.Replay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Replay.Outcome.Confirmed> confirmed = ReplayCommand.replayed(file, terminal);
        if (confirmed.isEmpty()) {
            return ExitCode.BAD_INPUT.code();
        }
        Explain explain = Explain.of(
                        confirmed.get().counterexample(), confirmed.get().claim())
                .limits(Limits.none().withTimeout(timeout));
        terminal.out().print(ExplanationText.of(explain.run()));
        return ExitCode.OK.code();
    }
}
