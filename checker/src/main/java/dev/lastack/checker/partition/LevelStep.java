package dev.lastack.checker.partition;

import dev.lastack.checker.Workspace;
import dev.lastack.checker.partition.part.Ledger;
import dev.lastack.checker.partition.part.Part;
import dev.lastack.checker.partition.part.Storage;
import dev.lastack.checker.search.PropertyFindings;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * All that the tasks of a level need to know. The same for every try of every task.
 *
 * @param level whose states are expanded; {@link #INITIAL} if the initial states are to be found
 * @param findings what the levels before it say of the properties, see {@link PropertyFindings#write}
 * @param seen of each partition all its parts, that of {@code level} last
 * @param memory bytes that a task may take for candidates
 */
@SuppressWarnings("ArrayRecordComponent")
public record LevelStep(
        Recipe recipe,
        Storage storage,
        Ownership ownership,
        int level,
        byte[] findings,
        List<List<Part>> seen,
        long memory)
        implements Serializable {

    /** Stands for no level: what is expanded leads to the initial states. */
    public static final int INITIAL = -1;

    public int partitions() {
        return ownership.partitions();
    }

    /** What keeps this process from working on the search, or empty if nothing does. */
    public Optional<String> complaint() {
        try {
            if (storage.get(Ledger.SUBJECT).isEmpty()) {
                return Optional.of(storage.locate(Ledger.SUBJECT) + " is not there");
            }
            problem();
            return Optional.empty();
        } catch (IOException | Workspace.Unusable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    Problem problem() {
        return Problem.of(recipe);
    }

    PropertyFindings known(Problem problem) {
        PropertyFindings known = new PropertyFindings(problem.words(), problem.properties());
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(findings))) {
            known.read(in);
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("findings have another shape", e);
        }
    }
}
