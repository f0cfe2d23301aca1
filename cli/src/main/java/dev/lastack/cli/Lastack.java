package dev.lastack.cli;

import dev.lastack.checker.Workspace;
import dev.lastack.cli.advise.AdviseCommand;
import dev.lastack.cli.explore.ExploreCommand;
import dev.lastack.cli.graph.GraphCommand;
import dev.lastack.cli.options.DistinctKeys;
import dev.lastack.cli.probe.ProbeCommand;
import dev.lastack.cli.reference.ClaimsCommand;
import dev.lastack.cli.reference.KnobsCommand;
import dev.lastack.cli.reference.VariantsCommand;
import dev.lastack.cli.show.CaptureCommand;
import dev.lastack.cli.show.CheckCommand;
import dev.lastack.cli.show.DiffCommand;
import dev.lastack.cli.show.ExplainCommand;
import dev.lastack.cli.show.PacketdrillCommand;
import dev.lastack.cli.show.ReplayCommand;
import dev.lastack.cli.show.ShowCommand;
import dev.lastack.cli.simulate.SimulateCommand;
import dev.lastack.cli.sweep.SweepCommand;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.verify.VerifyCommand;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.InputException;
import dev.lastack.scenario.text.NearestName;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code lastack}. */
@Command(
        name = "lastack",
        description = "Proves or refutes what people believe about closing a TCP connection.",
        mixinStandardHelpOptions = true,
        versionProvider = Lastack.BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            VerifyCommand.class,
            SweepCommand.class,
            AdviseCommand.class,
            SimulateCommand.class,
            ExploreCommand.class,
            VariantsCommand.class,
            ClaimsCommand.class,
            KnobsCommand.class,
            GraphCommand.class,
            ShowCommand.class,
            ReplayCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            PacketdrillCommand.class,
            CaptureCommand.class,
            ProbeCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        })
public final class Lastack implements Runnable {

    private static final Pattern LONG_WORD = Pattern.compile("(\\S{59})\\S{2,}");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        Interruption interruption = Interruption.ofProcess();
        int code = run(Terminal.ofProcess(), interruption, arguments);
        interruption.exit(code);
    }

    /** Runs one command and returns its exit code; nothing escapes. Results that nobody can have seen are no success. */
    static int run(Terminal terminal, Interruption interruption, String... arguments) {
        int code = execute(terminal, interruption, arguments);
        return terminal.failure()
                .map(reason -> {
                    terminal.err().println("lastack: standard output cannot be written: " + Escape.line(reason));
                    return ExitCode.INTERNAL.code();
                })
                .orElse(code);
    }

    private static int execute(Terminal terminal, Interruption interruption, String... arguments) {
        try {
            CommandLine commandLine = commandLine(terminal, interruption);
            int code = commandLine.execute(arguments);
            commandLine.getOut().flush();
            commandLine.getErr().flush();
            return code;
        } catch (OutOfMemoryError exhausted) {
            terminal.err()
                    .println("lastack: the heap is exhausted, so nothing is decided;"
                            + " increase it with --max-memory, or make the scenario smaller");
            return ExitCode.INCONCLUSIVE.code();
        } catch (Throwable defect) {
            return internal(terminal, defect);
        }
    }

    /** The commands, for the shell and for the tests of their help. */
    static CommandLine commandLine(Terminal terminal, Interruption interruption) {
        CommandLine commandLine = new CommandLine(new Lastack(), new Commands(terminal, interruption))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Lastack::executeDistinct)
                .setParameterExceptionHandler((exception, given) -> usage(terminal, exception))
                .setExecutionExceptionHandler((exception, command, parsed) -> failure(terminal, exception));
        commandLine.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        return commandLine;
    }

    private static int executeDistinct(ParseResult parsed) {
        DistinctKeys.require(parsed);
        return new RunLast().execute(parsed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; one of: " + commands(spec));
    }

    private static String commands(CommandSpec spec) {
        return String.join(", ", spec.subcommands().keySet());
    }

    private static boolean isCommand(CommandLine command, String word) {
        return !word.startsWith("-") && command.getParent() == null;
    }

    /** One line about a wrong command line, with the nearest right word. */
    private static int usage(Terminal terminal, ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String problem = String.valueOf(exception.getMessage());
        if (exception instanceof UnmatchedArgumentException unmatched) {
            problem = unknown(command, unmatched.getUnmatched().get(0));
            problem += isCommand(command, unmatched.getUnmatched().get(0))
                    ? "; one of: " + commands(command.getCommandSpec())
                    : "";
            problem += NearestName.to(unmatched.getUnmatched().get(0), words(command.getCommandSpec()))
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("");
        }
        if (exception.getArgSpec() instanceof OptionSpec option
                && option.typeInfo().isEnum()) {
            problem = option.longestName() + ": '" + exception.getValue() + "' is not one of: "
                    + String.join(", ", option.completionCandidates());
        }
        String name = command.getCommandSpec().qualifiedName();
        String line = Escape.line(problem).replace("option option", "option");
        terminal.err().println(name + ": " + abbreviated(line) + " (see '" + name + " --help')");
        return ExitCode.BAD_INPUT.code();
    }

    /** Cuts what the user quoted, because the command line shows it anyway. */
    private static String abbreviated(String line) {
        return LONG_WORD.matcher(line).replaceAll("$1…");
    }

    private static String unknown(CommandLine command, String word) {
        String kind = isCommand(command, word) ? "command" : word.startsWith("-") ? "option" : "argument";
        return "there is no " + kind + " '" + word + "'";
    }

    /** What could have been meant: the options and commands there are. */
    private static List<String> words(CommandSpec spec) {
        return Stream.concat(spec.optionsMap().keySet().stream(), spec.subcommands().keySet().stream())
                .toList();
    }

    private static int failure(Terminal terminal, Exception exception) {
        if (exception instanceof InputException || exception instanceof Workspace.Unusable) {
            String.valueOf(exception.getMessage())
                    .lines()
                    .forEach(problem -> terminal.err().println("lastack: " + Escape.line(problem)));
            return ExitCode.BAD_INPUT.code();
        }
        return internal(terminal, exception);
    }

    private static int internal(Terminal terminal, Throwable defect) {
        terminal.err().println("lastack: internal error, a defect of lastack " + Version.current() + ": " + defect);
        defect.printStackTrace(terminal.err());
        return ExitCode.INTERNAL.code();
    }

    /** The build's version, for {@code --version}. */
    static final class BuildVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"lastack " + Version.current()};
        }
    }
}
