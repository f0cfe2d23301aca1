package dev.lastack.properties.verification;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Workspace;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.verification.recipe.Partitioning;
import dev.lastack.properties.verification.recipe.Questions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a verification searches.
 *
 * @param growing whether the capacity of a plain search is raised until it no longer matters
 * @param reach whether to find out for which other networks a verdict holds
 * @param counting whether the steps of a plain search are wanted, even if it decides no claim
 * @param place where a plain search keeps its levels
 * @param cluster what divides the states of a plain search among machines
 */
record SearchOptions(
        Engine engine,
        Limits limits,
        Progress progress,
        boolean growing,
        boolean reach,
        boolean counting,
        Optional<Place> place,
        Optional<Partitioning> cluster) {

    static final SearchOptions USUAL = new SearchOptions(
            Engine.AUTO, Limits.none(), Progress.NONE, false, true, false, Optional.empty(), Optional.empty());

    SearchOptions with(Engine other) {
        return new SearchOptions(other, limits, progress, growing, reach, counting, place, cluster);
    }

    SearchOptions with(Limits other) {
        return new SearchOptions(engine, other, progress, growing, reach, counting, place, cluster);
    }

    SearchOptions with(Progress other) {
        return new SearchOptions(engine, limits, other, growing, reach, counting, place, cluster);
    }

    SearchOptions growingCapacity() {
        return new SearchOptions(engine, limits, progress, true, reach, counting, place, cluster);
    }

    SearchOptions withoutReach() {
        return new SearchOptions(engine, limits, progress, growing, false, counting, place, cluster);
    }

    SearchOptions countingSteps() {
        return new SearchOptions(engine, limits, progress, growing, reach, true, place, cluster);
    }

    SearchOptions in(Place other) {
        return new SearchOptions(engine, limits, progress, growing, reach, counting, Optional.of(other), cluster);
    }

    SearchOptions on(Partitioning other) {
        return new SearchOptions(engine, limits, progress, growing, reach, counting, place, Optional.of(other));
    }

    /** The same with what is left of the time after {@code seconds}. */
    SearchOptions after(double seconds) {
        Duration left = limits.timeout().minusNanos((long) (seconds * 1e9));
        return with(limits.withTimeout(left.isNegative() ? Duration.ZERO : left));
    }

    /** A directory for the levels of a search. */
    record Place(Path directory, boolean resume) {

        /** Every capacity has its own directory. */
        Workspace workspace(TerminationModel model, boolean growing) {
            Path own = growing ? directory.resolve(PlainStage.capacityOf(model)) : directory;
            return new Workspace(own, Questions.explored(model), resume);
        }
    }
}
