package dev.lastack.probe.walk;

import dev.lastack.probe.host.MeasuredHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Walks on a stack and on lastack's endpoint with the knobs of a variant. */
public final class WalkComparison {

    private final Walks stack;
    private final VariantWalks variant;
    private long steps;

    public WalkComparison(MeasuredHost stack, VariantWalks variant) {
        this.stack = new Walks(stack, variant.step());
        this.variant = variant;
    }

    /** Steps that were taken on the stack. */
    public long steps() {
        return steps;
    }

    /** What is left of each walk when it is cut at the first step on which the two part; empty if they never do. */
    public List<Optional<WalkDivergence>> compare(List<StackWalk> walks) {
        List<List<StackOutcome>> measured = stack.run(walks);
        List<Optional<WalkDivergence>> divergences = new ArrayList<>();
        for (int i = 0; i < walks.size(); i++) {
            steps += measured.get(i).size();
            divergences.add(variant.firstDivergence(new ObservedWalk(walks.get(i), measured.get(i))));
        }
        return divergences;
    }

    /** What is left of a walk on which the two part when it is made as short and simple as it gets. */
    public Optional<WalkDivergence> shortest(StackWalk walk) {
        return shrink(compare(List.of(walk)).stream().flatMap(Optional::stream).toList()).stream()
                .findFirst();
    }

    /**
     * The divergences of random walks, each shrunk as far as it goes; of those that look alike, one.
     *
     * @param count of walks
     * @param length of each, in steps
     */
    public List<WalkDivergence> explore(Random random, int count, int length) {
        List<StackWalk> walks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            walks.add(StackWalk.random(random, length));
        }
        List<WalkDivergence> found =
                compare(walks).stream().flatMap(Optional::stream).toList();
        return shrink(found);
    }

    /** Makes all of them simpler side by side, as long as a simpler walk ends in a divergence. */
    private List<WalkDivergence> shrink(List<WalkDivergence> divergences) {
        List<WalkDivergence> present = new ArrayList<>(distinct(divergences));
        boolean changed = true;
        while (changed) {
            changed = false;
            List<StackWalk> candidates = new ArrayList<>();
            List<Integer> owners = new ArrayList<>();
            for (int i = 0; i < present.size(); i++) {
                for (StackWalk walk : present.get(i).walk().simpler()) {
                    candidates.add(walk);
                    owners.add(i);
                }
            }
            List<Optional<WalkDivergence>> results = compare(candidates);
            boolean[] done = new boolean[present.size()];
            for (int k = 0; k < candidates.size(); k++) {
                if (results.get(k).isPresent() && !done[owners.get(k)]) {
                    present.set(owners.get(k), results.get(k).get());
                    done[owners.get(k)] = true;
                    changed = true;
                }
            }
            present = distinct(present);
        }
        return present;
    }

    /** The shortest of those that look alike: the same step, made from the same state, that had the same effect. */
    private static List<WalkDivergence> distinct(List<WalkDivergence> divergences) {
        Map<String, WalkDivergence> shortest = new TreeMap<>();
        for (WalkDivergence divergence : divergences) {
            shortest.merge(
                    divergence.kind(),
                    divergence,
                    (one, other) -> one.walk().actions().size()
                                    <= other.walk().actions().size()
                            ? one
                            : other);
        }
        return new ArrayList<>(shortest.values());
    }
}
