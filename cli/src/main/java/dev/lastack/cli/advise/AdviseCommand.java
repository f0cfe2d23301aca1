package dev.lastack.cli.advise;

import dev.lastack.checker.Limits;
import dev.lastack.cli.options.ClaimChoice;
import dev.lastack.cli.options.OutputFormat;
import dev.lastack.cli.options.Quantities;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.ProgressLine;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.cli.verify.WrittenTrace;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.advice.AdviceText;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.properties.analysis.Price;
import dev.lastack.properties.analysis.advice.Advice;
import dev.lastack.properties.analysis.advice.Advise;
import dev.lastack.properties.analysis.advice.Figures;
import dev.lastack.properties.analysis.advice.Gaps;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.knobs.RealTimeText;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastack advise}. */
@Command(
        name = "advise",
        description = {
            "Tells whether a TIME-WAIT is safe at real times, which claim fails first if not, and what else would make"
                    + " it safe.",
            "Every answer comes from an exploration and states what it covers."
        },
        footer = {
            "",
            "For example: lastack advise --stack linux --msl 60s --rto 200ms..120s --time-wait 15s --timestamps --loss"
                    + " 2",
            "",
            "Exit codes: 0 safe, 1 unsafe, 2 bad input, 3 safe for only a part of the question, or undecided,",
            "4 internal error, 130 interrupted."
        },
        mixinStandardHelpOptions = true)
public final class AdviseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--msl", paramLabel = "TIME", description = "Maximum segment lifetime; default: 2min (RFC 9293).")
    private String msl = "2min";

    @Option(
            names = "--rto",
            paramLabel = "TIME[..TIME]",
            description = "Gap between retransmissions; default: 1s..60s (RFC 6298).")
    private String rto = "1s..60s";

    @Mixin
    private AdviseKnobs knobs = new AdviseKnobs();

    @Option(
            names = "--stack",
            paramLabel = "VARIANT|FILE",
            description = "The rules of both ends; default: every knob at its default, which is RFC 9293 as intended.")
    private Optional<String> stack = Optional.empty();

    @Option(
            names = "--claim",
            paramLabel = "ID",
            split = ",",
            description = "Judges by these claims; default: no-old-*, the safety of the next connection.")
    private List<String> claims = new ArrayList<>();

    @Option(
            names = "--ports",
            paramLabel = "N",
            description = "Number of ephemeral ports for the price; default: 28232, as in Linux.")
    private int ports = Price.DEFAULT_PORTS;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = Quantities.Time.class,
            description = "Time limit for all explorations together; default: 1min.")
    private Duration budget = Duration.ofMinutes(1);

    @Option(names = "--workers", paramLabel = "N", description = "Number of threads; default: one per core.")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = Quantities.Memory.class,
            description = "Heap size (512m, 8g); default: 70 %% of available memory.")
    private Optional<Long> maxMemory = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = {"-o", "--trace-dir"},
            paramLabel = "DIR",
            description = "Folder for the trace file of a violated claim; default: ${DEFAULT-VALUE}.",
            defaultValue = "lastack-out")
    private Path traceFolder = Path.of("lastack-out");

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints no progress.")
    private boolean quiet;

    @Option(names = "--color", description = "${COMPLETION-CANDIDATES}; default: auto. NO_COLOR is respected.")
    private Terminal.Color color = Terminal.Color.AUTO;

    public AdviseCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (workers.orElse(1) < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--workers: " + workers.orElse(1) + " is too few; at least 1");
        }
        if (ports < 1 || ports > 65_535) {
            throw new ParameterException(spec.commandLine(), "--ports: '" + ports + "' is not from 1 to 65535");
        }
        Figures figures = new Figures(stack(), msl(), Gaps.parse(rto), knobs.settings());
        OutputFolder folder = new OutputFolder(traceFolder);
        folder.requireWritable();
        ProgressLine progress = new ProgressLine("advise", terminal, quiet, interruption);
        Advise question = Advise.on(figures).limits(limits()).progress(progress);
        interruption.listen();
        Advice advice = claims.isEmpty()
                ? question.run()
                : question.judgedBy(ClaimChoice.named(claims)).run();
        progress.end();
        if (interruption.isRequested()) {
            return ExitCode.INTERRUPTED.code();
        }
        Unwritten unwritten = new Unwritten();
        Optional<ScenarioOrigin> origin = stack.flatMap(named -> ScenarioOrigin.of(figures.stack()));
        Optional<WrittenTrace> trace = advice.firstBroken()
                .flatMap(Counterexample::of)
                .map(run -> WrittenTrace.write(
                        run, origin, folder, "advise." + run.claim().id(), unwritten));
        if (format == OutputFormat.JSON) {
            terminal.out().println(AdviceJson.of(advice, ports, trace));
        } else {
            terminal.out().print(AdviceText.of(advice, ports, terminal.coloured(color)));
            trace.flatMap(WrittenTrace::replayCommand)
                    .ifPresent(command -> terminal.out().println("\nReplay: " + command));
        }
        unwritten.tell(terminal);
        return switch (advice.decision()) {
            case SAFE -> ExitCode.OK.code();
            case UNSAFE -> ExitCode.VIOLATED.code();
            case PARTLY_SAFE, UNDECIDED -> ExitCode.INCONCLUSIVE.code();
        };
    }

    private Scenario stack() {
        return stack.map(Scenarios::load)
                .orElseGet(() -> Scenario.builder("defaults").build());
    }

    private Duration msl() {
        return RealTimeText.parse(msl)
                .filter(time -> !time.isZero())
                .orElseThrow(() -> new ScenarioException(
                        Place.of("--msl"), "'" + msl + "' is not a real time above zero, such as 30s or 2min"));
    }

    private Limits limits() {
        Limits none = Limits.none();
        return none.withTimeout(budget)
                .withWorkers(workers.orElse(none.workers()))
                .withMaxBytes(Math.min(maxMemory.orElse(Long.MAX_VALUE), none.maxBytes()));
    }
}
