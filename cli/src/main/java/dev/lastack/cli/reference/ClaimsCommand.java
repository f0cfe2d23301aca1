package dev.lastack.cli.reference;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.TerminationClaims;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastack claims}. */
@Command(name = "claims", description = "Lists what lastack can prove or refute.", mixinStandardHelpOptions = true)
public final class ClaimsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--names", description = "Prints only the names, one per line.")
    private boolean names;

    public ClaimsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Claim> claims = TerminationClaims.all();
        for (Claim claim : claims) {
            terminal.out().println(claim.id());
            if (!names) {
                terminal.out().println("    " + claim.sentence());
                terminal.out().println("    " + claim.citation());
                claim.assumptions().forEach(assumption -> terminal.out().println("    assumes: " + assumption));
            }
        }
        return ExitCode.OK.code();
    }
}
