package dev.lastack.cli.probe;

import dev.lastack.cli.options.OutputFormat;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.probe.Probe;
import dev.lastack.probe.comparison.Comparison;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.probe.report.ProbeJson;
import dev.lastack.probe.report.ProbeReport;
import dev.lastack.probe.report.ProbeText;
import dev.lastack.probe.report.WalkScripts;
import dev.lastack.scenario.text.Escape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/** {@code lastack probe}. */
@Command(
        name = "probe",
        description = {
            "Measures how a stack of this machine closes connections, and compares it with the variant of its name.",
            "linux is the running kernel: it takes two and a half minutes, and needs root or user namespaces. Nothing",
            "outside a fresh network namespace changes. lwip is the installed library, in virtual time."
        },
        footer = {
            "",
            "Exit codes: 0 every measured knob agrees, 1 a knob differs, 2 this machine cannot be probed, 3 a knob"
                    + " could not",
            "be measured, 4 internal error, 130 interrupted."
        },
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Interruption interruption;

    @Parameters(arity = "1", paramLabel = "STACK", description = "The stack: ${COMPLETION-CANDIDATES}.")
    private MeasuredStack stack = MeasuredStack.LINUX;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--save", paramLabel = "FILE", description = "Writes what was measured, for --from.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--from", paramLabel = "FILE", description = "Compares what --save wrote instead of measuring.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--scripts",
            paramLabel = "FOLDER",
            description = "Writes the walks on which the two part as packetdrill scripts into this folder.")
    private Optional<Path> scripts = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KNOB=VALUE",
            description = "Compares with the variant changed by this knob; repeatable.")
    private Map<String, String> changes = new LinkedHashMap<>();

    public ProbeCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException {
        changes.forEach((knob, value) -> Comparison.scenario(stack, Setting.DEFAULT, Map.of(knob, value)));
        if (scripts.isPresent() && Files.isRegularFile(scripts.get())) {
            return refuse("--scripts " + scripts.get() + ": is a file, not a folder");
        }
        try {
            Observations observations = from.isPresent() ? read(from.get()) : measure();
            ProbeReport report = ProbeReport.of(observations, changes);
            terminal.out().print(format == OutputFormat.JSON ? ProbeJson.of(report) + "\n" : ProbeText.of(report));
            if (save.isPresent()) {
                observations.write(save.get());
            }
            if (scripts.isPresent()) {
                WalkScripts.write(report, scripts.get());
            }
            return exitCode(report).code();
        } catch (IOException | JacksonException e) {
            return interruption.isRequested() ? ExitCode.INTERRUPTED.code() : refuse(String.valueOf(e.getMessage()));
        }
    }

    private Observations read(Path file) throws IOException {
        try {
            Observations observations = Observations.read(file);
            if (observations.stack() != stack) {
                throw new IOException("--from " + file + ": is of " + observations.stack());
            }
            return observations;
        } catch (JacksonException e) {
            throw new IOException("--from " + file + ": is not what --save writes: " + e.getOriginalMessage(), e);
        }
    }

    private Observations measure() throws IOException, InterruptedException {
        Optional<String> obstacle = Probe.obstacle(stack);
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        interruption.listen();
        if (stack == MeasuredStack.LINUX) {
            terminal.err().println("measuring " + stack + ", which takes two and a half minutes");
        }
        return Probe.measure(stack, interruption::isRequested);
    }

    private int refuse(String reason) {
        terminal.err().println("lastack: " + stack + ": " + Escape.line(reason));
        return ExitCode.BAD_INPUT.code();
    }

    private static ExitCode exitCode(ProbeReport report) {
        if (report.differs()) {
            return ExitCode.VIOLATED;
        }
        return report.incomplete() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
