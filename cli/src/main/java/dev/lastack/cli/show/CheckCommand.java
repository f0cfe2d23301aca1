package dev.lastack.cli.show;

import dev.lastack.checker.certificate.CheckResult;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.counterexamples.certificate.CertificateReplay;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lastack check}. */
@Command(
        name = "check",
        description = "Checks a certificate without a search: every step of every state in it is taken on the model.",
        footer = {"", "Exit codes: 0 accepted, 1 it proves nothing, 2 no certificate, or one of something else."},
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "What 'lastack verify --certificate FILE' wrote.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VARIANT|FILE",
            description = "The scenario that it must be about; without it, the one that it names.")
    private Optional<String> scenario = Optional.empty();

    public CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (file.toString().isEmpty()) {
            throw new ScenarioException(Place.of("FILE"), "'' is no name of a file; name a certificate");
        }
        CertificateReplay replay = CertificateReplay.read(file);
        scenario.map(Scenarios::load).ifPresent(replay::requireAbout);
        CheckResult result = replay.check();
        if (result instanceof CheckResult.Refused refused) {
            terminal.err().println("lastack: " + Escape.line(file + ": refused: " + refused.why()));
            return ExitCode.VIOLATED.code();
        }
        terminal.out().println(accepted(replay, (CheckResult.Accepted) result));
        return ExitCode.OK.code();
    }

    private String accepted(CertificateReplay replay, CheckResult.Accepted result) {
        List<Claim> claims = replay.claims();
        String holds = claims.stream().map(Claim::id).collect(Collectors.joining(", "));
        String within = result.cuts().isEmpty() ? "" : " within the bound of " + String.join(", ", result.cuts());
        return String.format(
                Locale.ROOT,
                "%s: accepted: in %s, %s %s for any number of segments in flight%s (%,d states, %,d steps)",
                Escape.line(file.toString()),
                replay.about().name(),
                holds,
                claims.size() == 1 ? "holds" : "hold",
                within,
                result.states(),
                result.steps());
    }
}
