package dev.lastack.cli.simulate;

import dev.lastack.checker.StatePredicate;
import dev.lastack.checker.liveness.ltl.FormulaSyntaxException;
import dev.lastack.checker.walk.StepWeight;
import dev.lastack.cli.options.ClaimChoice;
import dev.lastack.cli.options.OutputFormat;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.properties.simulation.Simulation;
import dev.lastack.properties.simulation.SimulationResult;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastack simulate}. */
@Command(
        name = "simulate",
        description = {
            "Makes random runs of a scenario, counts which claims they put to the test and violate, and writes a run.",
            "Random runs prove nothing: 'lastack verify' checks every run."
        },
        footer = {
            "",
            "Exit codes: 0 no run violates a claim (with --until: a run reaches the state), 1 a run violates a claim,",
            "2 bad input, 3 with --until: no run reaches the state; where durations are rounded to ticks: a run"
                    + " violates a",
            "claim, 4 internal error, 130 interrupted."
        },
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;

    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "VARIANT|FILE", description = "A shipped variant or a scenario file.")
    private String name = "";

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Sets a knob; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--steps", paramLabel = "N", description = "Steps of each run at most; default: 100.")
    private int steps = 100;

    @Option(names = "--runs", paramLabel = "N", description = "How many runs; default: 1.")
    private int runs = 1;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same runs; default: 0.")
    private long seed;

    @Option(
            names = "--until",
            paramLabel = "FORMULA",
            description = "Ends a run in the first state that satisfies this formula, such as 'A.state == LAST-ACK'.")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "How likely each kind of step is: lines such as 'tick: 3' and 'A.close: 0'; default: 1 each.")
    private Optional<Path> weights = Optional.empty();

    @Option(
            names = "--claim",
            paramLabel = "ID",
            split = ",",
            description = "Counts only this claim about states or steps; repeatable; default: all of them.")
    private List<String> claims = new ArrayList<>();

    @Option(
            names = {"-o", "--trace-dir"},
            paramLabel = "DIR",
            description = "Where runs are written; default: ${DEFAULT-VALUE}.",
            defaultValue = "lastack-out")
    private Path traceFolder = Path.of("lastack-out");

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "No ladder.")
    private boolean quiet;

    @Option(names = "--color", description = "${COMPLETION-CANDIDATES}; default: auto. NO_COLOR is heeded.")
    private Terminal.Color color = Terminal.Color.AUTO;

    public SimulateCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        requireRange("--steps", steps);
        requireRange("--runs", runs);
        Scenario loaded = Scenarios.load(name);
        Scenario scenario = settings.isEmpty() ? loaded : loaded.with(settings, Place.of("--set"));
        TerminationModel model = TerminationModel.of(scenario);
        Simulation.Runs asked = new Simulation.Runs(
                seed, runs, steps, weights.<StepWeight>map(Weights::read).orElse(StepWeight.UNIFORM), wanted(model));
        List<Claim> counted = counted(scenario, model);
        OutputFolder folder = new OutputFolder(traceFolder);
        folder.requireWritable();
        interruption.listen();
        SimulationResult result = Simulation.of(model, counted, asked, interruption::isRequested);
        Unwritten unwritten = new Unwritten();
        SimulatedRuns written = SimulatedRuns.write(
                model, until, result, new SimulatedRuns.Place(folder, ScenarioOrigin.of(loaded), unwritten));
        if (format == OutputFormat.JSON) {
            new SimulationJson(terminal).print(scenario, asked, written);
        } else {
            boolean drawn = !quiet && (runs == 1 || result.reached() > 0);
            new SimulationText(terminal, terminal.coloured(color)).print(scenario, asked, written, drawn);
        }
        unwritten.tell(terminal);
        return (interruption.isRequested() ? ExitCode.INTERRUPTED : exitCode(scenario, result)).code();
    }

    private void requireRange(String option, int value) {
        if (value < 1 || value > MOST) {
            throw new ParameterException(spec.commandLine(), option + ": " + value + " is not in the range 1.." + MOST);
        }
    }

    private StatePredicate wanted(TerminationModel model) {
        try {
            return until.map(formula -> Reachability.predicate(formula, model)).orElse((states, offset) -> false);
        } catch (FormulaSyntaxException e) {
            throw new ScenarioException(Place.of("--until"), String.valueOf(e.getMessage()));
        }
    }

    private List<Claim> counted(Scenario scenario, TerminationModel model) {
        List<Claim> chosen =
                claims.isEmpty() ? ClaimChoice.named(List.of(), scenario) : ClaimChoice.of(scenario, claims, List.of());
        chosen.stream()
                .filter(claim -> claim.property(model).isEmpty())
                .findFirst()
                .ifPresent(claim -> {
                    throw new ScenarioException(
                            Place.of("--claim"), claim + " is about whole runs, of which a random run is only a part");
                });
        return chosen;
    }

    private ExitCode exitCode(Scenario scenario, SimulationResult result) {
        if (until.isPresent()) {
            return result.reached() > 0 ? ExitCode.OK : ExitCode.INCONCLUSIVE;
        }
        if (!result.violated()) {
            return ExitCode.OK;
        }
        return SimulatedRuns.isRounded(scenario) ? ExitCode.INCONCLUSIVE : ExitCode.VIOLATED;
    }
}
