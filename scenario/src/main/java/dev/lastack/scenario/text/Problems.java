package dev.lastack.scenario.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with a file, so that a user reads all of it at once. */
public final class Problems {

    private record Problem(Place place, ScenarioException complaint) {}

    private final List<Problem> all = new ArrayList<>();

    /** What {@code part} yields; empty, with its complaint kept, if it is wrong. {@code place} says where to list it. */
    public <T> Optional<T> attempt(Place place, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (ScenarioException wrong) {
            all.add(new Problem(place, wrong));
            return Optional.empty();
        }
    }

    /** Keeps a complaint. */
    public void add(Place place, String problem) {
        all.add(new Problem(place, new ScenarioException(place, problem)));
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws ScenarioException with all complaints, in the order of their lines
     */
    public void complain() {
        if (!all.isEmpty()) {
            throw ScenarioException.of(all.stream()
                    .sorted(Comparator.comparingInt(problem -> problem.place().line()))
                    .map(Problem::complaint)
                    .toList());
        }
    }
}
