package dev.lastack.checker.zones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A small timed system that a number stands for: a few locations, up to two clocks in each, guards and ceilings at random. */
final class RandomTimedSystem implements TimedSystem {

    static final long GREATEST = 3;

    private static final int LOCATIONS = 4;

    private final List<Location> locations = new ArrayList<>();

    RandomTimedSystem(long seed) {
        this(seed, false);
    }

    private RandomTimedSystem(long seed, boolean onlyFromAbove) {
        Random random = new Random(seed);
        int[] clocks = random.ints(LOCATIONS, 0, 3).toArray();
        for (int location = 0; location < LOCATIONS; location++) {
            Location any = location(location, clocks, random);
            locations.add(onlyFromAbove ? onlyFromAbove(any) : any);
        }
    }

    /** One whose first clock, in each location, no guard bounds from below; clocks keep their numbers. */
    static RandomTimedSystem onlyFromAbove(long seed) {
        return new RandomTimedSystem(seed, true);
    }

    private static Location onlyFromAbove(Location any) {
        long[] greatest = any.greatest().clone();
        Arrays.fill(greatest, 0, Math.min(1, greatest.length), Location.ONLY_FROM_ABOVE);
        List<Edge> edges = any.edges().stream()
                .map(edge -> Edge.taken(
                        edge.action(),
                        edge.observations(),
                        Arrays.stream(edge.guard())
                                .filter(guard -> guard.right() != 1)
                                .toArray(Constraint[]::new),
                        edge.target(),
                        ownOrNone(edge.origins(), any.clocks())))
                .toList();
        return Location.lasting(any.words(), any.ceilings(), greatest, edges);
    }

    private static int[] ownOrNone(int[] origins, int clocks) {
        int[] own = new int[origins.length];
        Arrays.setAll(own, i -> origins[i] == 0 || i >= clocks ? 0 : i + 1);
        return own;
    }

    private static Location location(int number, int[] clocks, Random random) {
        int own = clocks[number];
        long[] ceilings = new long[own];
        long[] greatest = new long[own];
        for (int i = 0; i < own; i++) {
            ceilings[i] = random.nextInt(3) > 0 ? bound(random) : DifferenceBound.NONE;
            greatest[i] = GREATEST;
        }
        List<Edge> edges = new ArrayList<>();
        for (int edge = 0; edge < 1 + random.nextInt(3); edge++) {
            int target = random.nextInt(LOCATIONS);
            int[] origins = random.ints(clocks[target], 0, own + 1).toArray();
            long observations = 1L << (number * 3 + edge);
            edges.add(Edge.taken(edge, observations, guard(own, random), new long[] {target}, origins));
        }
        return Location.lasting(new long[] {number}, ceilings, greatest, edges);
    }

    private static long bound(Random random) {
        long value = random.nextInt((int) GREATEST) + 1L;
        return random.nextInt(4) == 0 ? DifferenceBound.lessThan(value) : DifferenceBound.atMost(value);
    }

    private static Constraint[] guard(int clocks, Random random) {
        List<Constraint> guard = new ArrayList<>();
        for (int clock = 1; clock <= clocks; clock++) {
            long value = random.nextInt((int) GREATEST + 1);
            switch (random.nextInt(6)) {
                case 0 -> guard.add(Constraint.atMost(clock, value));
                case 1 -> guard.add(Constraint.lessThan(clock, value));
                case 2 -> guard.add(Constraint.atLeast(clock, value));
                case 3 -> guard.add(new Constraint(0, clock, DifferenceBound.lessThan(-value)));
                case 4 -> {
                    guard.add(Constraint.atLeast(clock, value));
                    guard.add(Constraint.atMost(clock, value));
                }
                default -> {}
            }
        }
        return guard.toArray(Constraint[]::new);
    }

    @Override
    public long[] initial() {
        return new long[] {0};
    }

    @Override
    public Function<long[], Location> locations() {
        return words -> locations.get((int) words[0]);
    }

    @Override
    public List<String> bounds() {
        return List.of("first");
    }

    @Override
    public String describeAction(long[] words, int action) {
        return "edge " + action + " of " + Arrays.toString(words);
    }
}
