package dev.lastack.cli.explore;

import dev.lastack.checker.Limits;
import dev.lastack.cli.options.Quantities;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.explore.Choices;
import dev.lastack.explore.Playground;
import dev.lastack.explore.search.Searches;
import dev.lastack.explore.terminal.TextSession;
import dev.lastack.explore.web.ExploreServer;
import dev.lastack.explore.web.ExploreServer.Beginning;
import dev.lastack.scenario.Scenarios;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastack explore}. */
@Command(
        name = "explore",
        description = "Walks through a scenario step by step, in a page on this machine or in the terminal.",
        mixinStandardHelpOptions = true)
public final class ExploreCommand implements Callable<Integer> {

    private static final String DEFAULT_SCENARIO = "two-msl";
    private static final int GREATEST_PORT = 65535;
    private static final long LOOK_MILLISECONDS = 100;

    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "A variant or a scenario file; default: " + DEFAULT_SCENARIO + ".")
    private Optional<String> scenario = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "TRACE#step=N",
            description = "Begins at step N of the run in a trace file; without #step at its end.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--tty", description = "Asks and answers in the terminal, line by line.")
    private boolean tty;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the page on 127.0.0.1; default: one that is free.")
    private int port;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Quantities.Time.class,
            description = "Ends each search for a run (90s, 5min); default: 20s.")
    private Duration timeout = Duration.ofSeconds(20);

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides the random steps in the terminal; default: others each time.")
    private Optional<Long> seed = Optional.empty();

    public ExploreCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        if (scenario.isPresent() && from.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from: the trace file names its scenario; leave out '" + scenario.get() + "'");
        }
        if (port < 0 || port > GREATEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port: " + port + " is not in the range 0.." + GREATEST_PORT);
        }
        RunReference begin = from.map(RunReference::parse)
                .orElseGet(() -> new RunReference(Scenarios.load(scenario.orElse(DEFAULT_SCENARIO)), Choices.NONE, 0));
        Playground playground = new Playground(begin.scenario());
        Searches searches = new Searches(playground, Limits.none().withTimeout(timeout), interruption::isRequested);
        return (tty ? inTerminal(playground, searches, begin) : inPage(playground, searches, begin)).code();
    }

    private ExitCode inTerminal(Playground playground, Searches searches, RunReference begin) throws IOException {
        SplittableRandom random = seed.map(SplittableRandom::new).orElseGet(SplittableRandom::new);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new TextSession(playground, searches, terminal.out(), random::nextLong)
                .from(begin.choices(), begin.at())
                .run(in);
        return ExitCode.OK;
    }

    private ExitCode inPage(Playground playground, Searches searches, RunReference begin) {
        interruption.listen();
        Beginning beginning = new Beginning(begin.choices(), begin.at());
        try (ExploreServer server = ExploreServer.start(
                playground, searches, beginning, port, defect -> defect.printStackTrace(terminal.err()))) {
            terminal.out().println("Open " + server.address());
            terminal.out().println("Ctrl-C ends it.");
            while (!interruption.isRequested()) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--port: " + port + " on 127.0.0.1 cannot be used: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED;
    }
}
