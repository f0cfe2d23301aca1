package dev.lastack.cli.verify;

import dev.lastack.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Checking a file again whenever it changes. */
public final class WatchOption {

    @Option(
            names = "--watch",
            description =
                    "Checks the scenario file again whenever it, or a file that it extends, changes, and shows which"
                            + " verdicts changed; Ctrl-C ends it with 130.")
    private boolean watching;

    boolean isOn() {
        return watching;
    }

    /**
     * What is wrong with this option.
     *
     * @param foreign an option that is given and does not go with it
     */
    Optional<String> complaint(List<String> scenarios, Optional<String> foreign) {
        if (!watching) {
            return Optional.empty();
        }
        boolean oneFile = scenarios.size() == 1 && !Scenarios.variants().contains(scenarios.get(0));
        return oneFile
                ? foreign.map(option -> "--watch goes with no " + option)
                : Optional.of("--watch: name one scenario file; a shipped variant never changes");
    }
}
