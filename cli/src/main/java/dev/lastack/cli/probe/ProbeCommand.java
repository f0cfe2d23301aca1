package dev.lastack.cli.probe;

import dev.lastack.cli.options.OutputFormat;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.probe.LinuxProbe;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.report.ProbeJson;
import dev.lastack.probe.report.ProbeReport;
import dev.lastack.probe.report.ProbeText;
import dev.lastack.scenario.text.Escape;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastack probe}. */
@Command(
        name = "probe",
        description = {
            "Measures how the running Linux kernel closes connections, and compares it with the variant linux. It takes two",
            "and a half minutes, and needs root or user namespaces. Nothing outside a fresh network namespace changes."
        },
        footer = {
            "",
            "Exit codes: 0 every measured knob agrees, 1 a knob differs, 2 this machine cannot be probed, 3 a knob could not",
            "be measured, 4 internal error, 130 interrupted."
        },
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Interruption interruption;

    @Parameters(arity = "1", paramLabel = "STACK", description = "The stack: ${COMPLETION-CANDIDATES}.")
    private Stack stack = Stack.LINUX;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    /** The stacks that can be probed. */
    enum Stack {
        LINUX;

        @Override
        public String toString() {
            return "linux";
        }
    }

    public ProbeCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<String> obstacle = LinuxProbe.obstacle();
        if (obstacle.isPresent()) {
            return refuse(obstacle.get());
        }
        interruption.listen();
        terminal.err().println("measuring " + stack + ", which takes two and a half minutes");
        Observations observations;
        try {
            observations = LinuxProbe.measure(interruption::isRequested);
        } catch (IOException e) {
            return interruption.isRequested()
                    ? ExitCode.INTERRUPTED.code()
                    : refuse(String.valueOf(e.getMessage()));
        }
        ProbeReport report = ProbeReport.of(observations);
        terminal.out().print(format == OutputFormat.JSON ? ProbeJson.of(report) + "\n" : ProbeText.of(report));
        return exitCode(report).code();
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
