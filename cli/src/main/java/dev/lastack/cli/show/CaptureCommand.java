package dev.lastack.cli.show;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.file.CaptureFile;
import dev.lastack.capture.file.PacketReader;
import dev.lastack.capture.findings.Assumptions;
import dev.lastack.capture.findings.TimeWaitLength;
import dev.lastack.capture.report.AddressText;
import dev.lastack.capture.report.CaptureJson;
import dev.lastack.capture.report.CaptureReport;
import dev.lastack.capture.report.CaptureRun;
import dev.lastack.capture.report.CaptureSuites;
import dev.lastack.capture.report.CaptureText;
import dev.lastack.capture.report.Filter;
import dev.lastack.capture.report.Recordings;
import dev.lastack.capture.scenario.CapturedScenario;
import dev.lastack.capture.scenario.KnobObservations;
import dev.lastack.capture.scenario.StackChoice;
import dev.lastack.cli.options.OutputFormat;
import dev.lastack.cli.options.Quantities;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.cli.verify.ReportOptions;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.scenario.text.NearestName;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code lastack capture}. */
@Command(
        name = "capture",
        description = {
            "Says how the TCP connections in packet captures ended: the states of both ends, who is in TIME-WAIT until"
                    + " when,",
            "and which claims were broken, each with the segments that show it."
        },
        footer = {
            "",
            "Exit codes: 0 no claim is broken, 1 a claim is broken for certain, 2 bad input, 3 a claim may be broken,",
            "4 internal error, 130 interrupted."
        },
        mixinStandardHelpOptions = true)
public final class CaptureCommand implements Callable<Integer> {

    /** Heap that a connection takes at most with its incarnation before, octets. */
    private static final long OCTETS_OF_A_CONNECTION = 12_000;

    private static final int LISTED = 10_000;

    private final Terminal terminal;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Captures in pcap or pcapng format, merged by time; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "TERM",
            split = ",",
            description =
                    "Looks only at host=ADDRESS, port=N, tuple=ADDRESS:PORT-ADDRESS:PORT, time=FROM..TO (seconds since"
                            + " the first packet); all that are given must hold.")
    private List<String> terms = new ArrayList<>();

    @Option(
            names = "--taken-at",
            paramLabel = "PLACE",
            description = "Where the capture was taken: an address of one end, A (the end that opens), B, or both;"
                    + " default: what the packets say of their direction.")
    private Optional<String> takenAt = Optional.empty();

    @Option(
            names = "--stack",
            paramLabel = "STACK",
            description =
                    "Both ends' TIME-WAIT: linux, freebsd, macos, illumos, lwip, gvisor, smoltcp, windows, or a time"
                            + " (60s); default: not known, from 0 to 240 s.")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--A", paramLabel = "STACK", description = "The same of the end that opens.")
    private Optional<String> stackOfA = Optional.empty();

    @Option(names = "--B", paramLabel = "STACK", description = "The same of the other end.")
    private Optional<String> stackOfB = Optional.empty();

    @Option(
            names = "--close-wait",
            paramLabel = "TIME",
            converter = Quantities.Time.class,
            description = "CLOSE-WAIT that lasts this long is a finding; default: 10min.")
    private Duration closeWait = Duration.ofMinutes(10);

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--show", paramLabel = "N", description = "Connections and findings in the text; default: 20.")
    private int shown = 20;

    @Option(
            names = "--conformance",
            description =
                    "Says of the first connections (as many as --show) which variants can have sent what each end sent,"
                            + " and of the others the first packet that they cannot explain.")
    private boolean conformance;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "Also writes the scenario that the connection lives in, for lastack verify; of several connections"
                            + " --filter has to choose one.")
    private Optional<Path> scenario = Optional.empty();

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = Quantities.Memory.class,
            description = "Heap (512m, 8g): bounds how many connections are followed at once.")
    private Optional<Long> memory = Optional.empty();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private DrawingOptions drawings = new DrawingOptions();

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    public CaptureCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        takenAt.filter(place ->
                        !place.matches("A|B|both") && AddressText.host(place).isEmpty())
                .ifPresent(place -> {
                    throw bad("--taken-at " + place + ": expected A, B, both or the IP address of an end");
                });
        reports.check();
        drawings.check();
        scenario.ifPresent(ReportOptions::requireFile);
        CaptureRun.Questions questions = new CaptureRun.Questions(
                filter(), assumptions(), this::tap, mostConnections(), conformance ? shown : 0, LISTED);
        List<PacketReader> readers = new ArrayList<>();
        for (String file : files) {
            readers.add(
                    file.equals("-")
                            ? CaptureFile.open("standard input", new FileInputStream(FileDescriptor.in))
                            : CaptureFile.open(Path.of(file)));
        }
        interruption.listen();
        CaptureProgress progress = new CaptureProgress(terminal, quiet, interruption);
        CaptureRun run = new CaptureRun(questions);
        CaptureReport report = run.read(readers, progress);
        progress.end();
        Optional<byte[]> written = scenario.map(file -> scenario(run.observations(), report));
        terminal.out()
                .print(
                        format == OutputFormat.JSON
                                ? CaptureJson.of(report) + "\n"
                                : new CaptureText(report, shown).text());
        Unwritten unwritten = new Unwritten();
        reports.writeSuites(List.of(CaptureSuites.of(files.get(0), report)), unwritten);
        drawings.write(Recordings.of(report, shown), unwritten);
        scenario.ifPresent(file -> unwritten.attempt(() -> AtomicFile.write(file, written.orElseThrow())));
        unwritten.tell(terminal);
        return (interruption.isRequested() ? ExitCode.INTERRUPTED : exitCode(report)).code();
    }

    private byte[] scenario(KnobObservations observations, CaptureReport report) {
        Assumptions assumptions = assumptions();
        return CapturedScenario.of(
                        observations,
                        report.findings(),
                        new StackChoice(stackOfA.or(() -> stack).orElse(""), assumptions.ofA()),
                        new StackChoice(stackOfB.or(() -> stack).orElse(""), assumptions.ofB()))
                .orElseThrow(() -> bad(
                        observations.connections() == 0
                                ? "--scenario: there is no connection"
                                : "--scenario: there are connections between several pairs of addresses and ports;"
                                        + " choose one with --filter tuple=ADDRESS:PORT-ADDRESS:PORT"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ExitCode exitCode(CaptureReport report) {
        if (report.violated()) {
            return ExitCode.VIOLATED;
        }
        return report.possiblyViolated() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private Filter filter() {
        return Filter.of(terms)
                .orElseThrow(() -> bad("--filter " + String.join(",", terms)
                        + ": expected host=ADDRESS, port=N, tuple=ADDRESS:PORT-ADDRESS:PORT or time=FROM..TO"));
    }

    private Assumptions assumptions() {
        TimeWaitLength both = stack.map(name -> length("--stack", name)).orElse(TimeWaitLength.UNKNOWN);
        return new Assumptions(
                stackOfA.map(name -> length("--A", name)).orElse(both),
                stackOfB.map(name -> length("--B", name)).orElse(both),
                closeWait.toNanos());
    }

    private TimeWaitLength length(String option, String name) {
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            try {
                return TimeWaitLength.of(new Quantities.Time().convert(name));
            } catch (TypeConversionException e) {
                throw bad(option + ": " + e.getMessage());
            }
        }
        return TimeWaitLength.of(name)
                .orElseThrow(() -> bad(option + " " + name + ": expected a time (60s) or one of "
                        + String.join(", ", TimeWaitLength.stacks())
                        + NearestName.to(name, TimeWaitLength.stacks())
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("")));
    }

    private Tap tap(Address a, Address b) {
        return switch (takenAt.orElse("")) {
            case "" -> Tap.UNKNOWN;
            case "A" -> Tap.AT_A;
            case "B" -> Tap.AT_B;
            case "both" -> Tap.AT_BOTH;
            default -> {
                Address place = AddressText.host(takenAt.get()).orElseThrow();
                boolean atA = a.sameHost(place);
                boolean atB = b.sameHost(place);
                yield atA && atB ? Tap.AT_BOTH : atA ? Tap.AT_A : atB ? Tap.AT_B : Tap.UNKNOWN;
            }
        };
    }

    /** Half of the heap is for connections. */
    private int mostConnections() {
        long heap = memory.orElse(Runtime.getRuntime().maxMemory());
        return (int) Math.max(
                100, Math.min(Math.min(heap, Runtime.getRuntime().maxMemory()) / 2 / OCTETS_OF_A_CONNECTION, 1 << 24));
    }

    private ParameterException bad(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
