package dev.lastack.cli.show;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.cli.verify.ReportOptions;
import dev.lastack.conformance.packetdrill.PacketdrillSuite;
import dev.lastack.conformance.packetdrill.ScriptResult.Status;
import dev.lastack.conformance.packetdrill.SuiteOptions;
import dev.lastack.conformance.packetdrill.SuiteResult;
import dev.lastack.conformance.packetdrill.SuiteXml;
import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.script.Definitions;
import dev.lastack.counterexamples.trace.AtomicFile;
import dev.lastack.scenario.text.Escape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastack packetdrill}. */
@Command(
        name = "packetdrill",
        description = "Runs scripts in the packetdrill language against lastack's own TCP endpoint, in virtual time.",
        footer = {
            "",
            "Exit codes: 0 every script passed, 1 a script failed, 2 a script has an error,",
            "3 a script is unsupported."
        },
        mixinStandardHelpOptions = true)
public final class PacketdrillCommand implements Callable<Integer> {

    /** What the language allows a script to ask for, a million seconds. */
    private static final long MOST_TOLERANCE = 1_000_000_000_000L;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Scripts, or folders of scripts (*.pkt).")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KNOB=VALUE",
            description = "Sets a knob of the endpoint, such as rto=200ms; repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--tolerance",
            paramLabel = "USECS",
            description = {
                "Tolerance in microseconds for the times of packets and for the ends of calls,",
                "unless the script sets --tolerance_usecs; default: 4000."
            })
    private long tolerance = PacketdrillSuite.TOLERANCE;

    @Option(
            names = {"-D", "--define"},
            paramLabel = "NAME[=VALUE]",
            description = {
                "Defines a word before the first line of each script, for #ifdef and for its text;",
                "1 without a value; repeatable."
            })
    private List<String> definitions = new ArrayList<>();

    @Option(
            names = "--any-syn-options",
            description = {
                "Does not compare the options of an expected SYN, as if each script said <...>:",
                "a host without SACK, and with another window scale, can run it."
            })
    private boolean anySynOptions;

    @Option(names = "--report", paramLabel = "junit=PATH", description = "Writes the results as JUnit XML; repeatable.")
    private List<String> reports = new ArrayList<>();

    @Option(names = "--quiet", description = "Prints only the scripts that did not pass.")
    private boolean quiet;

    public PacketdrillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Path> files = reports.stream().map(this::junitFile).toList();
        if (tolerance < 0 || tolerance > MOST_TOLERANCE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tolerance " + tolerance + ": expected 0 to " + MOST_TOLERANCE + " microseconds");
        }
        files.forEach(ReportOptions::requireFile);
        Unwritten unwritten = new Unwritten();
        SuiteResult suite = PacketdrillSuite.run(
                paths,
                ScriptStackFactory.endpoint(settings),
                new SuiteOptions(tolerance, definitions(), anySynOptions));
        terminal.out().print(Escape.lines(suite.text(!quiet)));
        for (Path file : files) {
            unwritten.attempt(() -> AtomicFile.write(file, SuiteXml.of(suite).getBytes(StandardCharsets.UTF_8)));
        }
        unwritten.tell(terminal);
        return exitCode(suite).code();
    }

    private Definitions definitions() {
        try {
            return Definitions.of(definitions);
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), "--define: " + unfit.getMessage());
        }
    }

    private Path junitFile(String report) {
        String format = "junit=";
        if (!report.startsWith(format) || report.length() == format.length()) {
            throw new ParameterException(spec.commandLine(), "--report " + report + ": expected junit=PATH");
        }
        return Path.of(report.substring(format.length()));
    }

    private static ExitCode exitCode(SuiteResult suite) {
        ExitCode code = suite.count(Status.UNSUPPORTED) > 0 ? ExitCode.INCONCLUSIVE : ExitCode.OK;
        code = suite.count(Status.FAILED) > 0 ? code.or(ExitCode.VIOLATED) : code;
        return suite.count(Status.ERROR) > 0 ? code.or(ExitCode.BAD_INPUT) : code;
    }
}
