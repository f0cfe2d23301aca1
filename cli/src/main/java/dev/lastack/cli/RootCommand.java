package dev.lastack.cli;

import dev.lastack.counterexamples.trace.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code lastack} before any subcommand is added. */
@Command(
        name = "lastack",
        description = "Proves or refutes what people believe about closing a TCP connection.",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND")
class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; one of: " + commands(spec));
    }

    /** The names of the subcommands. */
    static String commands(CommandSpec spec) {
        return String.join(", ", spec.subcommands().keySet());
    }

    /** The build's version, for {@code --version}. */
    static final class BuildVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"lastack " + Version.current()};
        }
    }
}
