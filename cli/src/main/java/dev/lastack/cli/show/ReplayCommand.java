package dev.lastack.cli.show;

import dev.lastack.cli.options.JarsOption;
import dev.lastack.cli.terminal.Counted;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.trace.Replay;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.model.decisions.Variant;
import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastack replay}. */
@Command(
        name = "replay",
        description = "Executes the run in a trace file again, step by step, and confirms that it violates its claim or"
                + " reaches its state.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A trace file that 'lastack verify' wrote.")
    private Path file = Path.of("");

    @Mixin
    private JarsOption jars = new JarsOption();

    public ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Counterexample> confirmed =
                replayed(file, terminal, this::variant).map(Replay.Outcome.Confirmed::counterexample);
        if (confirmed.isEmpty()) {
            return ExitCode.BAD_INPUT.code();
        }
        Counterexample run = confirmed.get();
        terminal.out()
                .printf(
                        "%s: confirmed: %s %s in %s%n",
                        Escape.line(file.toString()),
                        run.scenario().name(),
                        Ending.of(run).deed(),
                        Counted.of(run.length(), "step"));
        return ExitCode.OK.code();
    }

    /** The class that a trace names is used only where the user says which jar has it. */
    private Variant variant(String name) {
        return name.isEmpty() || jars.jars().isEmpty()
                ? Variant.OF_KNOBS
                : jars.variant(name, Place.of(file.toString()));
    }

    /** The run in a file, as the model does it; empty, with a complaint, if the model does not. */
    static Optional<Counterexample> confirmed(Path file, Terminal terminal) {
        return replayed(file, terminal).map(Replay.Outcome.Confirmed::counterexample);
    }

    /** The same with the claim that it breaks. */
    static Optional<Replay.Outcome.Confirmed> replayed(Path file, Terminal terminal) {
        return replayed(file, terminal, name -> Variant.OF_KNOBS);
    }

    private static Optional<Replay.Outcome.Confirmed> replayed(
            Path file, Terminal terminal, Function<String, Variant> variants) {
        if (file.toString().isEmpty()) {
            throw new ScenarioException(Place.of("FILE"), "'' is not the name of a file; give a trace file");
        }
        TraceFile trace = TraceFile.read(file);
        Replay.Outcome outcome =
                Replay.of(trace).variant(variants.apply(trace.variant())).run();
        trace.edited().ifPresent(note -> terminal.err().println("lastack: " + Escape.line(note)));
        if (outcome instanceof Replay.Outcome.Refused refused) {
            terminal.err().println("lastack: " + Escape.line(refused.message()));
            return Optional.empty();
        }
        return Optional.of((Replay.Outcome.Confirmed) outcome);
    }
}
