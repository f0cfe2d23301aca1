package dev.lastack.explore;

import dev.lastack.checker.Steps;
import dev.lastack.checker.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that chance takes, each of those possible being as likely as any other. */
public final class RandomSteps {

    private RandomSteps() {}

    /** What leads from {@code walk} on, by at most {@code count} steps; fewer where no step is possible. */
    public static Choices from(Playground playground, Walk walk, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Steps possible = new Steps(playground.model());
        long[] state = walk.state(walk.length());
        List<Integer> taken = new ArrayList<>();
        while (taken.size() < count && walk.length() + taken.size() < Choices.MOST) {
            List<Trace.Step> next = possible.from(state);
            if (next.isEmpty()) {
                break;
            }
            Trace.Step step = next.get(random.nextInt(next.size()));
            taken.add(step.action());
            state = step.target();
        }
        return walk.choices().then(taken);
    }
}
