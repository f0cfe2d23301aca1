package dev.lastack.cli.verify;

import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Interruption;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.text.Escape;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a scenario again whenever it has changed, until it is interrupted. It looks at what the files say, not at their dates,
 * so that it also sees the file that an editor puts in place of another.
 */
final class Watch {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 250;

    private final Terminal terminal;
    private final Interruption interruption;
    private final Results results;
    private Optional<String> complaint = Optional.empty();
    private @Nullable Scenario checked;
    private Map<String, String> verdicts = Map.of();

    /** The first check is printed in full by {@code results}. */
    Watch(Terminal terminal, Interruption interruption, Results results) {
        this.terminal = terminal;
        this.interruption = interruption;
        this.results = results;
    }

    /** Loads and checks until it is interrupted. */
    ExitCode run(Supplier<Loaded> load, Function<Loaded, Checked> check) {
        while (!interruption.isRequested()) {
            look(load).filter(loaded -> !loaded.scenario().equals(checked)).ifPresent(loaded -> {
                tell(check.apply(loaded));
                checked = loaded.scenario();
            });
            pause();
        }
        return ExitCode.INTERRUPTED;
    }

    /** The scenario as it is now; empty, with a complaint that is made once, while it is missing or broken. */
    private Optional<Loaded> look(Supplier<Loaded> load) {
        try {
            Loaded loaded = load.get();
            complaint = Optional.empty();
            return Optional.of(loaded);
        } catch (ScenarioException e) {
            String problem = String.valueOf(e.getMessage());
            if (!complaint.equals(Optional.of(problem))) {
                problem.lines().forEach(line -> terminal.err().println("lastack: " + Escape.line(line)));
                complaint = Optional.of(problem);
            }
            return Optional.empty();
        }
    }

    private void tell(Checked now) {
        Map<String, String> before = verdicts;
        verdicts = new LinkedHashMap<>();
        now.claims()
                .forEach(judged -> verdicts.put(judged.id(), judged.outcome().toString()));
        if (interruption.isRequested()) {
            return; // A check that was cut short changes no verdict.
        }
        if (checked == null) {
            results.add(now);
        } else {
            List<String> changes = changes(before, now);
            terminal.out()
                    .println(now.scenario().name() + ": " + (changes.isEmpty() ? "no verdict changed" : "changed"));
            changes.forEach(change -> terminal.out().println("  " + change));
        }
        terminal.out().flush();
    }

    private static List<String> changes(Map<String, String> before, Checked now) {
        List<String> changes = new ArrayList<>();
        for (Judged judged : now.claims()) {
            String old = before.get(judged.id());
            String verdict = judged.outcome().toString();
            if (!verdict.equals(old)) {
                changes.add(judged.id() + ": " + (old == null ? "" : old + " → ") + verdict
                        + judged.trace()
                                .map(trace -> "  in " + trace.run().length() + " steps"
                                        + trace.replayCommand()
                                                .map(command -> "  " + command)
                                                .orElse(""))
                                .orElse(""));
            }
        }
        before.forEach((id, old) -> {
            if (now.claims().stream().noneMatch(judged -> judged.id().equals(id))) {
                changes.add(id + ": " + old + " → not checked");
            }
        });
        return changes;
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interruption.request();
        }
    }
}
