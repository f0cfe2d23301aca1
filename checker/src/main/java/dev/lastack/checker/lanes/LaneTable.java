package dev.lastack.checker.lanes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which token lies in which lane. Tokens met while controls are explored get their lanes afterwards, in the order of their names, so
 * that the numbers do not depend on the number of workers.
 */
public final class LaneTable {

    private final Lanes lanes;
    private final LaneSteps steps;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> names = new ArrayList<>();
    private final Set<Long> met = ConcurrentHashMap.newKeySet();

    /** By class, all bits of its lanes. */
    private final Map<Integer, long[]> classes = new HashMap<>();

    public LaneTable(Lanes lanes, LaneSteps steps) {
        this.lanes = lanes;
        this.steps = steps;
    }

    /** Notes that there is a token of that name; safe for use by several threads at once, as long as none numbers. */
    public void meet(long name) {
        if (!numbers.containsKey(name)) {
            met.add(name);
        }
    }

    /** Gives every token met since the last call a lane. */
    public void number() {
        for (long name : new TreeSet<>(met)) {
            int lane = names.size();
            names.add(name);
            numbers.put(name, lane);
            long[] mask = vector(classes.getOrDefault(steps.classOf(name), new long[0]));
            mask[lanes.wordOf(lane)] |= lanes.maskOf(lane);
            classes.put(steps.classOf(name), mask);
        }
        met.clear();
    }

    public int size() {
        return names.size();
    }

    /** Longs in a vector of all lanes. */
    public int words() {
        return lanes.words(size());
    }

    public int lane(long name) {
        return Objects.requireNonNull(numbers.get(name), "a token has no lane before it is numbered");
    }

    public long name(int lane) {
        return names.get(lane);
    }

    /** All bits of the lanes of these classes. */
    public long[] ofClasses(int[] wanted) {
        long[] mask = new long[words()];
        for (int each : wanted) {
            long[] lanesOfClass = classes.getOrDefault(each, new long[0]);
            for (int i = 0; i < lanesOfClass.length; i++) {
                mask[i] |= lanesOfClass[i];
            }
        }
        return mask;
    }

    /** A copy of {@code start} with room for all lanes. */
    long[] vector(long[] start) {
        long[] vector = new long[words()];
        System.arraycopy(start, 0, vector, 0, start.length);
        return vector;
    }
}
