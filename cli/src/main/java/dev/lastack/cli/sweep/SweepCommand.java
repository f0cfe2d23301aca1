package dev.lastack.cli.sweep;

import com.google.common.collect.Maps;
import dev.lastack.checker.partition.Cluster;
import dev.lastack.cli.options.ClaimChoice;
import dev.lastack.cli.options.LimitOptions;
import dev.lastack.cli.options.MasterOption;
import dev.lastack.cli.options.Quantities;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.cli.verify.GitHub;
import dev.lastack.cli.verify.ReportOptions;
import dev.lastack.counterexamples.report.CheckedScenario;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.properties.analysis.Axis;
import dev.lastack.properties.analysis.CellResult;
import dev.lastack.properties.analysis.Price;
import dev.lastack.properties.analysis.Sweep;
import dev.lastack.properties.analysis.SweepTable;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import dev.lastack.scenario.text.UnsuitableFileException;
import dev.lastack.scenario.text.UserFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/** {@code lastack sweep}. */
@Command(
        name = "sweep",
        description = {
            "Checks every combination of the values of some knobs.",
            "Writes results.csv while it runs, and results.json, phase.svg and sweep.html at the end."
        },
        footer = {
            "",
            "Exit codes: 0 every cell is decided, 2 bad input, 3 some are not, 4 internal error, 130 interrupted."
        },
        mixinStandardHelpOptions = true)
public final class SweepCommand implements Callable<Integer> {

    /** A line is a few hundred octets. */
    private static final int LARGEST_TABLE_MEBIBYTES = 64;

    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "VARIANT|FILE", description = "The scenario to vary; default: two-msl.")
    private String scenario = "two-msl";

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "KNOB=VALUES",
            description = "A knob and its values: time-wait=0..2*msl+1, isn=constant,random; repeatable.")
    private List<String> axes = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Sets a knob in every cell; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--claim", paramLabel = "ID", split = ",", description = "Checks only this claim; repeatable.")
    private List<String> claims = new ArrayList<>();

    @Option(
            names = "--threshold",
            paramLabel = "KNOB",
            description = "Prints only the least value of this knob, one of those varied, from which each claim holds.")
    private Optional<String> threshold = Optional.empty();

    @Option(names = "--max-cells", paramLabel = "N", description = "Refuses more than N cells; default: 2000.")
    private int maxCells = 2000;

    @Option(
            names = "--cell-budget",
            paramLabel = "TIME",
            converter = Quantities.Time.class,
            description =
                    "Time limit for each cell (10s, 1min); a cell that takes longer is inconclusive. Default: none.")
    private Optional<Duration> cellBudget = Optional.empty();

    @Option(
            names = "--ports",
            paramLabel = "N",
            description =
                    "Number of ephemeral ports for the prices; default: 28232, as in Linux. Prices need real times"
                            + " (--set tick=30s sets the length of a tick).")
    private int ports = Price.DEFAULT_PORTS;

    @Option(
            names = "--skip-done",
            paramLabel = "CSV",
            description = "Results of an earlier run; its finished cells are not explored again.")
    private Optional<Path> skipDone = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the files; default: lastack-out/sweep.")
    private Path folder = Path.of("lastack-out", "sweep");

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints no progress.")
    private boolean quiet;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private MasterOption master = new MasterOption();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    public SweepCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        requireUsable();
        List<Axis> varied = axes.stream().map(Axis::parse).toList();
        Scenario base = Scenarios.load(scenario);
        base = settings.isEmpty() ? base : base.with(settings, Place.of("--set"));
        Sweep plain = Sweep.of(base, varied, ClaimChoice.named(claims, base), maxCells)
                .withPorts(ports);
        Sweep sweep = cellBudget.map(plain::withCellBudget).orElse(plain);
        String across = across(varied);
        SweepTable table = SweepTable.of(sweep);
        Map<Map<String, String>, CellResult> done = done(table);
        OutputFolder output = new OutputFolder(folder);
        output.requireWritable();
        Unwritten unwritten = new Unwritten();
        List<CellResult> results;
        Optional<Cluster> cluster = master.connect(List.of());
        try (SweepLog log = new SweepLog(output, table, terminal, quiet, unwritten)) {
            Sweep placed = cluster.map(machines -> sweep.on(machines.jobs())).orElse(sweep);
            interruption.listen();
            log.begin(sweep.cells().size(), done.values());
            results = placed.run(limits.fromNow(), done, log::finished, report -> !interruption.isRequested());
        } finally {
            cluster.ifPresent(Cluster::close);
        }
        if (interruption.isRequested()) {
            return ExitCode.INTERRUPTED.code();
        }
        CellCommand command = new CellCommand(scenario, settings, claims);
        boolean drawn = new SweepFiles(output, sweep, across).write(results, command, unwritten);
        report(sweep, results, unwritten);
        String text = threshold.isEmpty() ? SweepText.of(results, across) : SweepText.thresholds(results, across);
        new GitHub(terminal, System.getenv(), unwritten).tellTable(sweep.base().name(), text);
        terminal.out().print(text);
        if (drawn) {
            terminal.out().println(Escape.line("Pictures and tables: " + output.file("sweep.html")));
        }
        if (threshold.isEmpty()) {
            SweepText.firstBroken(results)
                    .ifPresent(
                            broken -> terminal.out().println("To write the traces of a cell: " + command.of(broken)));
        }
        unwritten.tell(terminal);
        return (results.stream().anyMatch(result -> result.outcomes().containsValue(Outcome.INCONCLUSIVE))
                        ? ExitCode.INCONCLUSIVE
                        : ExitCode.OK)
                .code();
    }

    private void requireUsable() {
        limits.complaint().ifPresent(complaint -> {
            throw new ParameterException(spec.commandLine(), complaint);
        });
        if (ports < 1 || ports > 65_535) {
            throw new ParameterException(spec.commandLine(), "--ports: '" + ports + "' is not from 1 to 65535");
        }
        if (reports.wanted() && skipDone.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--report needs the run of every violated claim, and the results that --skip-done reads contain"
                            + " no runs");
        }
        if (reports.wanted() && master.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--report needs the run of every violated claim, and a cluster returns verdicts alone");
        }
        if (limits.lossy() && master.isGiven()) {
            throw new ParameterException(spec.commandLine(), "--lossy cannot be combined with --spark");
        }
        reports.check();
    }

    private void report(Sweep sweep, List<CellResult> results, Unwritten unwritten) {
        reports.write(checked(sweep, results), unwritten);
        if (reports.wanted()) {
            results.stream()
                    .filter(result -> result.report().isEmpty())
                    .forEach(result -> terminal.err()
                            .println("lastack: not in the report: cell " + result.cell() + ": " + result.note()));
        }
    }

    /** Every claim is expected to hold where it is put to the test; a cell that makes no scenario is left out. */
    private static List<CheckedScenario> checked(Sweep sweep, List<CellResult> results) {
        List<CheckedScenario> scenarios = new ArrayList<>();
        for (CellResult result : results) {
            Map<String, Outcome> vacuous = Maps.filterValues(result.outcomes(), Outcome.VACUOUS::equals);
            String name = sweep.base().name() + " " + result.cell();
            result.report().ifPresent(report -> scenarios.add(new CheckedScenario(name, report, vacuous)));
        }
        return scenarios;
    }

    private String across(List<Axis> varied) {
        String last = varied.get(varied.size() - 1).knob();
        String across = threshold.orElse(last);
        if (varied.stream().noneMatch(axis -> axis.knob().equals(across))) {
            throw new ScenarioException(
                    Place.of("--threshold"),
                    "'" + across + "' is not varied; the varied knobs are: "
                            + String.join(", ", varied.stream().map(Axis::knob).toList()));
        }
        return across;
    }

    private Map<Map<String, String>, CellResult> done(SweepTable table) {
        if (skipDone.isEmpty()) {
            return Map.of();
        }
        String name = skipDone.get().toString();
        try {
            byte[] octets = UserFile.read(skipDone.get(), "a table of results", LARGEST_TABLE_MEBIBYTES);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return table.read(new StringReader(text), name);
        } catch (UnsuitableFileException e) {
            throw new ScenarioException(Place.of(name), e.getReason());
        } catch (IOException e) {
            throw new ScenarioException(Place.of(name), "cannot be read: " + AtomicFile.reason(e));
        }
    }
}
