package dev.lastack.probe.walk;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.probe.host.Host;
import dev.lastack.probe.host.VariantHost;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Walks on a stack and on lastack's endpoint with the knobs of a variant. */
public final class WalkComparison {

    private final Walks stack;
    private final Walks variant;
    private long steps;

    /**
     * @param config the variant
     * @param step microseconds after each step
     */
    public WalkComparison(Host stack, EndpointConfig config, long step) {
        this.stack = new Walks(stack, step);
        this.variant = new Walks(new VariantHost(config), step);
    }

    /** Steps that were taken on the stack. */
    public long steps() {
        return steps;
    }

    /** What is left of each walk when it is cut at the first step on which the two part; empty if they never do. */
    public List<Optional<Divergence>> compare(List<Walk> walks) {
        List<List<Outcome>> measured = stack.run(walks);
        List<List<Outcome>> expected = variant.run(walks);
        List<Optional<Divergence>> divergences = new ArrayList<>();
        for (int i = 0; i < walks.size(); i++) {
            steps += measured.get(i).size();
            divergences.add(first(walks.get(i), measured.get(i), expected.get(i)));
        }
        return divergences;
    }

    private static Optional<Divergence> first(Walk walk, List<Outcome> measured, List<Outcome> expected) {
        for (int i = 0; i < Math.min(measured.size(), expected.size()); i++) {
            if (!measured.get(i).equals(expected.get(i))) {
                return Optional.of(new Divergence(
                        walk.first(i + 1),
                        i == 0 ? TcpState.ESTABLISHED : measured.get(i - 1).state(),
                        measured.get(i),
                        expected.get(i)));
            }
        }
        return Optional.empty();
    }

    /**
     * The divergences of random walks, each shrunk as far as it goes, by its text; the same one is kept once.
     *
     * @param count of walks
     * @param length of each, in steps
     */
    public Map<String, Divergence> explore(Random random, int count, int length) {
        List<Walk> walks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            walks.add(Walk.random(random, length));
        }
        List<Divergence> found =
                compare(walks).stream().flatMap(Optional::stream).toList();
        Map<String, Divergence> shrunk = new TreeMap<>();
        for (Divergence divergence : shrink(found)) {
            shrunk.put(divergence.walk().toString(), divergence);
        }
        return shrunk;
    }

    /** Makes all of them simpler side by side, as long as a simpler walk ends in a divergence. */
    private List<Divergence> shrink(List<Divergence> divergences) {
        List<Divergence> present = new ArrayList<>(distinct(divergences));
        boolean changed = true;
        while (changed) {
            changed = false;
            List<Walk> candidates = new ArrayList<>();
            List<Integer> owners = new ArrayList<>();
            for (int i = 0; i < present.size(); i++) {
                for (Walk walk : present.get(i).walk().simpler()) {
                    candidates.add(walk);
                    owners.add(i);
                }
            }
            List<Optional<Divergence>> results = compare(candidates);
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
    private static List<Divergence> distinct(List<Divergence> divergences) {
        Map<String, Divergence> shortest = new TreeMap<>();
        for (Divergence divergence : divergences) {
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
