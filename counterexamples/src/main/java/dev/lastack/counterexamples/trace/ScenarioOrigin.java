package dev.lastack.counterexamples.trace;

import dev.lastack.counterexamples.Counterexample.BrokenClaim;
import dev.lastack.scenario.NamedFormula;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import dev.lastack.scenario.text.ScenarioException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The scenario file that a run was found in. A replay needs only the trace, which states every knob; the origin tells whether
 * the file still says the same.
 *
 * @param file as the user named it, relative to the folder where the command ran
 * @param settings the knobs that the file and what it extends set, as written
 */
public record ScenarioOrigin(String file, Map<String, String> settings) {

    /** A line names no more changes than this. */
    private static final int NAMED = 3;

    public ScenarioOrigin {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** The origin of runs of {@code read}, a scenario as it was loaded; empty if it is no file. */
    public static Optional<ScenarioOrigin> of(Scenario read) {
        String source = read.statement().place().source();
        return isFile(source)
                ? Optional.of(new ScenarioOrigin(source, read.statement().settings()))
                : Optional.empty();
    }

    /**
     * One line if the file now says something else about its knobs or about the formula of {@code claim}. Empty if it does not,
     * or if there is no such file here.
     */
    Optional<String> edited(BrokenClaim claim) {
        if (!isFile(file)) {
            return Optional.empty();
        }
        Scenario now;
        try {
            now = Scenarios.read(Path.of(file));
        } catch (ScenarioException invalid) {
            // A trace is a foreign file: the text of a file that it names is not quoted.
            return Optional.of(file + " has changed since this trace was written: it is no longer a valid scenario");
        }
        List<String> changes = changes(now, claim);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(file + " has changed since this trace was written: " + enumeration(changes)
                        + "; the replay uses the values in the trace");
    }

    private List<String> changes(Scenario now, BrokenClaim claim) {
        List<String> changes = new ArrayList<>();
        Map<String, String> current = now.statement().settings();
        TreeSet<String> knobs = new TreeSet<>(settings.keySet());
        knobs.addAll(current.keySet());
        for (String knob : knobs) {
            String before = settings.getOrDefault(knob, "not set");
            String after = current.getOrDefault(knob, "not set");
            if (!before.equals(after)) {
                changes.add(knob + " was " + before + " and is " + after);
            }
        }
        for (NamedFormula formula : now.statement().formulas()) {
            if (formula.name().equals(claim.id()) && !formula.ltl().equals(claim.sentence())) {
                changes.add("the formula " + claim.id() + " was " + claim.sentence() + " and is " + formula.ltl());
            }
        }
        return changes;
    }

    private static String enumeration(List<String> changes) {
        int more = changes.size() - NAMED;
        return String.join(", ", changes.subList(0, Math.min(NAMED, changes.size())))
                + (more > 0 ? ", and " + more + " more" : "");
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException impossible) {
            return false;
        }
    }
}
