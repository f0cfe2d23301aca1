package dev.lastack.checker.partition;

import dev.lastack.checker.search.Predecessor;
import dev.lastack.checker.search.StopCondition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A distribution that does work twice, uses either result, and in any order: what retries and speculation lead to. */
record Clumsy(Distribution distribution, Random random) implements Distribution {

    Clumsy(Distribution distribution, long seed) {
        this(distribution, new Random(seed));
    }

    @Override
    public void check(LevelStep step, StopCondition halt) {
        distribution.check(step, halt);
    }

    @Override
    public List<TaskOutcome> advance(LevelStep step, StopCondition halt) {
        List<TaskOutcome> once = distribution.advance(step, halt);
        List<TaskOutcome> again = distribution.advance(step, halt);
        List<TaskOutcome> used = new ArrayList<>();
        for (int i = 0; i < once.size(); i++) {
            used.add(random.nextBoolean() ? once.get(i) : again.get(i));
        }
        Collections.shuffle(used, random);
        return used;
    }

    @Override
    public List<List<@Nullable Predecessor>> goBack(Backward backward) {
        List<List<@Nullable Predecessor>> found = new ArrayList<>(distribution.goBack(backward));
        Collections.shuffle(found, random);
        return found;
    }

    @Override
    public void close() {
        distribution.close();
    }
}
