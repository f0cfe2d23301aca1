package dev.lastack.cli.verify;

import dev.lastack.checker.partition.Cluster;
import dev.lastack.cli.options.CheckOptions;
import dev.lastack.cli.options.ClaimChoice;
import dev.lastack.cli.options.NextOption;
import dev.lastack.cli.options.OutputFormat;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.ProgressLine;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.TerminalLadder;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.verification.Engine;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
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

/** {@code lastack verify}. */
@Command(
        name = "verify",
        description = {
            "Checks every claim in every reachable state of a scenario.",
            "Without a scenario: two-msl and one-tick-short, which show the effect of one tick of TIME-WAIT."
        },
        footer = {
            "",
            "Exit codes: 0 all hold (or all as expected), 1 a claim is violated (or not as expected),",
            "2 bad input, 3 inconclusive or vacuous (unless the scenario's own expect: says vacuous),",
            "4 internal error, 130 interrupted."
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "VARIANT|FILE", description = "Shipped variants or scenario files.")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--claim",
            paramLabel = "ID",
            split = ",",
            description = "Checks only this claim, or a group (safety, liveness, all); repeatable.")
    private List<String> claims = new ArrayList<>();

    @Option(
            names = "--ltl",
            paramLabel = "FORMULA",
            description = "Checks that every fair run satisfies this formula of linear temporal logic, for example"
                    + " 'A.state == LAST-ACK ~> A.gone'; repeatable.")
    private List<String> formulas = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Sets a knob in every scenario; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--expect",
            paramLabel = "VERDICT",
            converter = Expect.Converter.class,
            description = "Succeeds if every verdict is as the scenario documents (documented), or is this one:"
                    + " holds, violated, vacuous, inconclusive.")
    private Optional<Expect> expect = Optional.empty();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private ReachOption reach = new ReachOption();

    @Mixin
    private WatchOption watch = new WatchOption();

    @Mixin
    private NextOption next = new NextOption();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private CertificateOption certificate = new CertificateOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Copied into the results; an exhaustive search needs no seed.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--color", description = "${COMPLETION-CANDIDATES}; default: auto. NO_COLOR is respected.")
    private Terminal.Color color = Terminal.Color.AUTO;

    public VerifyCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        options.complaint().ifPresent(complaint -> {
            throw new ParameterException(spec.commandLine(), complaint);
        });
        if (next.count() > 0 && (format == OutputFormat.JSON || watch.isOn())) {
            throw new ParameterException(
                    spec.commandLine(), "--next draws runs; it goes with no --format json or --watch");
        }
        notForZones().ifPresent(option -> {
            throw new ParameterException(spec.commandLine(), CheckOptions.refusalByZones(option));
        });
        boolean tour = scenarios.isEmpty();
        notForDecisions(tour).ifPresent(what -> {
            throw new ParameterException(spec.commandLine(), "--decisions cannot be combined with " + what);
        });
        reach.complaint(tour, isAboutClaims()).ifPresent(complaint -> {
            throw new ParameterException(spec.commandLine(), complaint);
        });
        watch.complaint(scenarios, unwatchable()).ifPresent(complaint -> {
            throw new ParameterException(spec.commandLine(), complaint);
        });
        if (watch.isOn()) {
            return watch();
        }
        List<Loaded> loaded =
                (tour ? Tour.VARIANTS : scenarios).stream().map(this::load).toList();
        certificate.complaint(loaded.size()).ifPresent(complaint -> {
            throw new ParameterException(spec.commandLine(), complaint);
        });
        reports.check();
        certificate.check();
        new OutputFolder(options.traceFolder()).requireWritable();
        Unwritten unwritten = new Unwritten();
        Variant variant = options.decisions().variant();
        Optional<Cluster> cluster =
                options.cluster().connect(options.decisions().jars());
        try {
            Checks checks = new Checks(options, variant, terminal, interruption, unwritten, cluster);
            return reach.formula().isPresent()
                    ? lookFor(reach.formula().get(), loaded, unwritten, checks)
                    : check(loaded, tour, unwritten, checks);
        } finally {
            cluster.ifPresent(Cluster::close);
        }
    }

    /** Whether options are given that mean nothing without claims. */
    private boolean isAboutClaims() {
        return !claims.isEmpty()
                || !formulas.isEmpty()
                || expect.isPresent()
                || next.count() > 0
                || options.coverage()
                || reports.wanted()
                || certificate.isWanted();
    }

    /** What goes on from the knobs alone. */
    private Optional<String> notForDecisions(boolean tour) {
        if (!options.decisions().isGiven()) {
            return Optional.empty();
        }
        return Optional.of("no scenario: name one")
                .filter(option -> tour)
                .or(() -> Optional.of("--certificate").filter(option -> certificate.isWanted()))
                .or(() -> Optional.of("--next").filter(option -> next.count() > 0))
                .or(() -> Optional.of("--watch").filter(option -> watch.isOn()));
    }

    private Optional<String> notForZones() {
        if (options.engine() != Engine.ZONES) {
            return Optional.empty();
        }
        return certificate.isWanted()
                ? Optional.of("--certificate")
                : next.count() > 0 ? Optional.of("--next") : Optional.empty();
    }

    private Optional<String> unwatchable() {
        return reach.formula()
                .map(formula -> "--reach")
                .or(() -> options.levelFolder().map(folder -> "--dir"))
                .or(() -> options.limits().timeout().map(time -> "--timeout"))
                .or(() -> Optional.of("--report").filter(option -> reports.wanted()))
                .or(() -> Optional.of("--certificate").filter(option -> certificate.isWanted()))
                .or(() -> Optional.of("--format json").filter(option -> format == OutputFormat.JSON));
    }

    private int watch() {
        new OutputFolder(options.traceFolder()).requireWritable();
        Unwritten unwritten = new Unwritten();
        interruption.listen();
        ExitCode code = new Watch(terminal, interruption, results(false))
                .run(
                        () -> load(scenarios.get(0)),
                        loaded -> new Checks(
                                        options, Variant.OF_KNOBS, terminal, interruption, unwritten, Optional.empty())
                                .check(loaded, ClaimChoice.of(loaded.scenario(), claims, formulas), expect));
        unwritten.tell(terminal);
        return code.code();
    }

    private int lookFor(String formula, List<Loaded> loaded, Unwritten unwritten, Checks checks) {
        interruption.listen();
        Reach search = new Reach(formula, checks, terminal, format, terminal.coloured(color));
        ExitCode code = search.in(loaded, options.quiet());
        unwritten.tell(terminal);
        return (interruption.isRequested() ? ExitCode.INTERRUPTED : code).code();
    }

    private int check(List<Loaded> loaded, boolean tour, Unwritten unwritten, Checks checks) {
        Results results = results(tour);
        Optional<Expect> expected =
                tour && settings.isEmpty() ? expect.or(() -> Optional.of(Expect.documented())) : expect;
        interruption.listen();
        List<Checked> all = new ArrayList<>();
        try {
            for (Loaded each : loaded) {
                List<Claim> chosen = ClaimChoice.of(each.scenario(), claims, formulas);
                Checked checked = checks.check(each, chosen, expected);
                results.add(checked);
                all.add(checked);
                certificate.write(each.scenario(), chosen, options.limits().fromNow(), site(unwritten));
                showNext(each, checked, unwritten);
            }
            if (tour) {
                all.add(Tour.literalReading(checks, claims, results));
            }
        } finally {
            finish(all, results, unwritten); // A scenario that cannot be checked costs no other its verdicts.
        }
        ExitCode code = all.stream().map(Checked::exitCode).reduce(ExitCode.OK, ExitCode::or);
        return (interruption.isRequested() ? ExitCode.INTERRUPTED : code).code();
    }

    private CertificateOption.Site site(Unwritten unwritten) {
        return new CertificateOption.Site(terminal, interruption, options.quiet(), unwritten);
    }

    private void showNext(Loaded loaded, Checked checked, Unwritten unwritten) {
        if (next.count() > 0) {
            ProgressLine progress =
                    new ProgressLine(checked.scenario().name(), terminal, options.quiet(), interruption);
            Optional<Ladder> ladder = options.quiet()
                    ? Optional.empty()
                    : Optional.of(TerminalLadder.of(terminal, terminal.coloured(color)));
            NextRuns runs = new NextRuns(next.count(), terminal, ladder, options.limits()::fromNow, progress);
            runs.after(checked, loaded.origin(), new OutputFolder(options.traceFolder()), unwritten);
            progress.end();
        }
    }

    private void finish(List<Checked> all, Results results, Unwritten unwritten) {
        results.end();
        if (!all.isEmpty()) {
            reports.write(all.stream().map(ReportOptions::withExpectations).toList(), unwritten);
            new GitHub(terminal, System.getenv(), unwritten).tell(all);
        }
        unwritten.tell(terminal);
    }

    private Loaded load(String name) {
        Scenario written = Scenarios.load(name);
        Scenario scenario = written;
        if (!settings.isEmpty()) {
            scenario = written.with(settings, Place.of("--set"));
        }
        ClaimChoice.of(scenario, claims, formulas);
        reach.check(scenario);
        boolean documented = expect.isPresent() && expect.get().all().isEmpty();
        if (documented && scenario.statement().expectations().isEmpty()) {
            throw new ScenarioException(
                    scenario.statement().place(),
                    "documents no verdicts to expect" + (settings.isEmpty() ? "" : " once --set changes a knob"));
        }
        return new Loaded(scenario, ScenarioOrigin.of(written));
    }

    private Results results(boolean tour) {
        return switch (format) {
            case TEXT -> new TextResults(terminal, terminal.coloured(color), options, tour);
            case JSON -> new JsonResults(terminal, seed);
        };
    }
}
