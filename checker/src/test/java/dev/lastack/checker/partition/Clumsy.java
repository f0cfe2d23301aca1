package dev.lastack.checker.partition;

import dev.lastack.checker.search.Halt;
import dev.lastack.checker.search.Predecessor;
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
    public void check(Step step) {
        distribution.check(step);
    }

    @Override
    public List<Outcome> advance(Step step, Halt halt) {
        List<Outcome> once = distribution.advance(step, halt);
        List<Outcome> again = distribution.advance(step, halt);
        List<Outcome> used = new ArrayList<>();
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
