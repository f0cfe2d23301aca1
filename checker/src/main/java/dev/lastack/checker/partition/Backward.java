package dev.lastack.checker.partition;

import dev.lastack.checker.partition.part.Part;
import dev.lastack.checker.partition.part.PartFile;
import dev.lastack.checker.partition.part.Storage;
import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.PredecessorSearch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The task that goes back one step in one partition, to rebuild shortest runs.
 *
 * @param parts of each partition all its parts
 * @param level to which to go back
 * @param heads the states from which
 */
public record Backward(Recipe recipe, Storage storage, List<List<Part>> parts, int level, List<long[]> heads)
        implements Serializable {

    /** The least predecessor in partition {@code partition} of each of the heads, or null where there is none. */
    public List<@Nullable Predecessor> of(int partition) {
        Problem problem = Problem.of(recipe);
        Optional<Part> part =
                parts.get(partition).stream().filter(one -> one.covers(level)).findFirst();
        if (part.isEmpty()) {
            return Collections.nCopies(heads.size(), null);
        }
        List<@Nullable Predecessor> found = new ArrayList<>();
        try (PartFile file = new PartFile(storage, part.get(), problem.words())) {
            Collections.addAll(found, PredecessorSearch.search(problem.system(), file.level(level), heads));
        }
        return found;
    }
}
