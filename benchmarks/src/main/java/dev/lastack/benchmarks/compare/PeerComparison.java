package dev.lastack.benchmarks.compare;

import dev.lastack.benchmarks.twin.TwinConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Engines on one instance of the twin, in turns: every round runs each engine once, so that a machine that slows
 * down slows all of them.
 */
final class PeerComparison {

    private final TwinConstants constants;
    private final List<Place> places = new ArrayList<>();

    /** An engine, where it runs, and its runs so far. */
    private record Place(TwinEngine engine, Path directory, List<ProcessRun> runs) {}

    PeerComparison(TwinConstants constants, List<TwinEngine> engines, Path directory)
            throws IOException, InterruptedException {
        this.constants = constants;
        for (TwinEngine engine : engines) {
            Path own = Files.createTempDirectory(directory, "engine");
            engine.prepare(constants, own);
            places.add(new Place(engine, own, new ArrayList<>()));
        }
    }

    /** Runs every engine once that {@code takesPart}. */
    void round(Predicate<TwinEngine> takesPart) throws IOException, InterruptedException {
        for (Place place : places) {
            if (!takesPart.test(place.engine())) {
                continue;
            }
            List<String> command = place.engine().command(constants, place.directory());
            place.runs().add(Processes.measure(place.engine(), command, place.directory()));
        }
    }

    TwinConstants constants() {
        return constants;
    }

    /** What was measured so far; only after a round. */
    List<Entry> entries() {
        return places.stream()
                .filter(place -> !place.runs().isEmpty())
                .map(place -> new Entry(place.engine(), place.runs()))
                .toList();
    }
}
