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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code lastack} with its subcommands. */
@Command(
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
public final class Lastack extends RootCommand {

    private static final Pattern LONG_WORD = Pattern.compile("(\\S{59})\\S{2,}");

    private static final List<String> VERSION = List.of("-V", "--version");

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
            CommandLine commandLine = commandLine(terminal, interruption, arguments);
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

    private static CommandLine commandLine(Terminal terminal, Interruption interruption, String... arguments) {
        CommandLine commandLine = needed(new Commands(terminal, interruption), arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Lastack::executeDistinct)
                .setParameterExceptionHandler((exception, given) -> usage(terminal, exception))
                .setExecutionExceptionHandler((exception, command, parsed) -> failure(terminal, exception));
        commandLine.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        return commandLine;
    }

    /**
     * The subcommands that {@code arguments} need: picocli reads the options of each one that it is given, which takes longer than
     * many a command. All of them are needed where the first argument names none, for help or a complaint.
     */
    private static CommandLine needed(IFactory factory, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (arguments.length == 1 && VERSION.contains(first)) {
            return new CommandLine(new RootCommand(), factory);
        }
        Optional<Class<?>> named = named(first);
        return named.isPresent()
                ? new CommandLine(new RootCommand(), factory).addSubcommand(named.get())
                : new CommandLine(new Lastack(), factory);
    }

    /** The command with this name, unless it is one that tells about the others. */
    private static Optional<Class<?>> named(String name) {
        Command all = Objects.requireNonNull(Lastack.class.getAnnotation(Command.class));
        return Stream.of(all.subcommands())
                .takeWhile(type -> type != HelpCommand.class)
                .filter(type -> Objects.requireNonNull(type.getAnnotation(Command.class))
                        .name()
                        .equals(name))
                .findFirst();
    }

    private static int executeDistinct(ParseResult parsed) {
        DistinctKeys.require(parsed);
        return new RunLast().execute(parsed);
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
}
