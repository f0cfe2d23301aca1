package dev.lastack.cli.show;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.diff.DiffText;
import dev.lastack.counterexamples.diff.RunDiff;
import dev.lastack.scenario.text.Escape;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lastack diff}. */
@Command(
        name = "diff",
        description = "Shows two runs side by side: the first difference, and which claims each violates.",
        footer = {"", "Exit codes: 0 the runs are equal, 1 they differ, 2 bad input."},
        mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "A trace file.")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "Another.")
    private Path right = Path.of("");

    public DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Counterexample> leftRun = ReplayCommand.confirmed(left, terminal);
        if (leftRun.isEmpty()) {
            return ExitCode.BAD_INPUT.code();
        }
        Optional<Counterexample> rightRun = ReplayCommand.confirmed(right, terminal);
        if (rightRun.isEmpty()) {
            return ExitCode.BAD_INPUT.code();
        }
        RunDiff diff = RunDiff.of(leftRun.get(), rightRun.get());
        terminal.out().print(DiffText.of(diff, Escape.line(left.toString()), Escape.line(right.toString())));
        terminal.out().flush();
        return (diff.isEmpty() ? ExitCode.OK : ExitCode.VIOLATED).code();
    }
}
