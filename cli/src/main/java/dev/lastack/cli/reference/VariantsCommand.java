package dev.lastack.cli.reference;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.scenario.Scenarios;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastack variants}. */
@Command(
        name = "variants",
        description = "Lists the scenarios shipped with lastack, or prints the file of one to start from.",
        mixinStandardHelpOptions = true)
public final class VariantsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--names", description = "Prints only the names, one per line.")
    private boolean names;

    @Parameters(arity = "0..1", paramLabel = "VARIANT", description = "Prints the file of this variant.")
    private String variant = "";

    public VariantsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!variant.isEmpty()) {
            Scenarios.variant(variant);
            terminal.out().print(Scenarios.textOf(variant));
            return ExitCode.OK.code();
        }
        int width = Scenarios.variants().stream().mapToInt(String::length).max().orElse(0);
        for (String name : Scenarios.variants()) {
            String description = Scenarios.variant(name).statement().description();
            terminal.out().println(names ? name : name + " ".repeat(width - name.length() + 2) + description);
        }
        return ExitCode.OK.code();
    }
}
