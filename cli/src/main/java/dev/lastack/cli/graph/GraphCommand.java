package dev.lastack.cli.graph;

import dev.lastack.checker.Limits;
import dev.lastack.checker.lts.Labels;
import dev.lastack.checker.lts.Lts;
import dev.lastack.checker.lts.Quotient;
import dev.lastack.checker.lts.TooLargeException;
import dev.lastack.checker.lts.WholeLts;
import dev.lastack.cli.options.LimitOptions;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.ProgressLine;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastack graph}. */
@Command(
        name = "graph",
        description = {
            "Writes the state graph of a scenario for Graphviz (dot), CADP and mCRL2 (aut), or other programs (json)."
        },
        footer = {
            "",
            "Exit codes: 0 written, 2 bad input or more states than --max-states, 3 another limit was reached."
        },
        mixinStandardHelpOptions = true)
public final class GraphCommand implements Callable<Integer> {

    /** What a graph is condensed to. */
    enum Condensed {
        TCP_STATES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Larger graphs are written only if they are asked for: no program draws them. */
    private static final long USUAL_MOST_STATES = 100_000;

    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "VARIANT|FILE", description = "A shipped variant or a scenario file.")
    private String name = "";

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Sets a knob; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES}; default: dot.")
    private GraphFormat format = GraphFormat.DOT;

    @Option(
            names = "--quotient",
            paramLabel = "BY",
            description = "Condenses states that agree in this to one: ${COMPLETION-CANDIDATES}.")
    private Optional<Condensed> quotient = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to put it; default: the standard output.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    public GraphCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        limits.complaint().ifPresent(complaint -> {
            throw new ParameterException(spec.commandLine(), complaint);
        });
        if (limits.lossy()) {
            throw new ParameterException(spec.commandLine(), "--lossy: a graph needs every state");
        }
        Scenario loaded = Scenarios.load(name);
        Scenario scenario = settings.isEmpty() ? loaded : loaded.with(settings, Place.of("--set"));
        output.ifPresent(AtomicFile::requireWritable);
        interruption.listen();
        ProgressLine progress = new ProgressLine(scenario.name(), terminal, false, interruption);
        try {
            Lts graph = graph(TerminationModel.of(scenario), progress);
            progress.end();
            write(scenario.name(), graph);
            return ExitCode.OK.code();
        } catch (TooLargeException e) {
            progress.end();
            return tooLarge(scenario, e);
        }
    }

    private Lts graph(TerminationModel model, ProgressLine progress) throws TooLargeException {
        Labels labels = quotient.isPresent() ? new TcpStateLabels(model) : new StateLabels(model);
        Lts whole = WholeLts.explore(model, labels, bounded(), progress);
        return quotient.isPresent() ? Quotient.of(whole) : whole;
    }

    private Limits bounded() {
        Limits asked = limits.fromNow();
        return asked.maxStates() == Limits.none().maxStates() ? asked.withMaxStates(USUAL_MOST_STATES) : asked;
    }

    private int tooLarge(Scenario scenario, TooLargeException reason) {
        if (interruption.isRequested()) {
            return ExitCode.INTERRUPTED.code();
        }
        terminal.err()
                .println("lastack: " + scenario.name() + ": the graph is not complete: " + reason.getMessage()
                        + "; raise --max-states, or choose a smaller scenario");
        return (reason.ofStates() ? ExitCode.BAD_INPUT : ExitCode.INCONCLUSIVE).code();
    }

    private void write(String scenario, Lts graph) {
        if (output.isEmpty()) {
            PrintWriter out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
            format.writer().write(scenario, graph, out);
            out.flush();
            return;
        }
        Path file = output.get();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            format.writer().write(scenario, graph, out);
            if (out.checkError()) {
                throw new ScenarioException(Place.of(file.toString()), "cannot be written to its end");
            }
        } catch (IOException e) {
            throw new ScenarioException(Place.of(file.toString()), "cannot be written: " + e.getMessage());
        }
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s: %,d states, %,d transitions%n",
                        Escape.line(file.toString()),
                        graph.states(),
                        graph.transitions());
    }
}
