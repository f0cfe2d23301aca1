package dev.lastack.checker.zones;

import static dev.lastack.checker.zones.DifferenceBound.NONE;
import static dev.lastack.checker.zones.DifferenceBound.ZERO;

import java.util.Arrays;

/**
 * Operations on zones: sets of clock values given by bounds on differences of two clocks, as a difference-bound matrix (Dill
 * 1989; Bengtsson and Yi 2004). The entry at {@code i * size + j} bounds clock i minus clock j, see {@link DifferenceBound};
 * clock 0 is always 0. All matrices are canonical: every bound is the tightest that the others allow. Then two zones are equal
 * iff their entries are, and one lies in another iff no entry of it is greater.
 */
final class Zone {

    private Zone() {}

    /** The zone of {@code clocks} clocks that are all 0. */
    static long[] zero(int clocks) {
        int size = clocks + 1;
        long[] zone = new long[size * size];
        Arrays.fill(zone, ZERO);
        return zone;
    }

    /** Keeps the values with clock {@code i} minus clock {@code j} within {@code bound}; returns whether any are left. */
    static boolean constrain(long[] zone, int size, int i, int j, long bound) {
        if (bound >= zone[i * size + j]) {
            return true;
        }
        if (DifferenceBound.add(zone[j * size + i], bound) < ZERO) {
            return false;
        }
        for (int from = 0; from < size; from++) {
            long toBound = DifferenceBound.add(zone[from * size + i], bound);
            if (toBound != NONE) {
                relax(zone, size, from, toBound, j);
            }
        }
        return true;
    }

    private static void relax(long[] zone, int size, int from, long toBound, int j) {
        for (int to = 0; to < size; to++) {
            long through = DifferenceBound.add(toBound, zone[j * size + to]);
            if (through < zone[from * size + to]) {
                zone[from * size + to] = through;
            }
        }
    }

    /** Whether any value has {@code clock} within {@code bound}. */
    static boolean meets(long[] zone, int size, int clock, long bound) {
        return DifferenceBound.add(zone[clock], bound) >= ZERO;
    }

    /** Keeps the values that {@code constraints} allow; returns whether any are left. */
    static boolean constrain(long[] zone, int size, Constraint[] constraints) {
        for (Constraint each : constraints) {
            if (!constrain(zone, size, each.left(), each.right(), each.bound())) {
                return false;
            }
        }
        return true;
    }

    /**
     * The values after a step: clock i of the target is clock {@code origins[i - 1]} of the source; clock 0 there means that
     * it starts.
     */
    static long[] mapped(long[] zone, int size, int[] origins) {
        int newSize = origins.length + 1;
        long[] target = new long[newSize * newSize];
        for (int i = 0; i < newSize; i++) {
            int row = (i == 0 ? 0 : origins[i - 1]) * size;
            for (int j = 0; j < newSize; j++) {
                target[i * newSize + j] = i == j ? ZERO : zone[row + (j == 0 ? 0 : origins[j - 1])];
            }
        }
        return target;
    }

    /** Lets any time pass. */
    static void elapse(long[] zone, int size) {
        for (int i = 1; i < size; i++) {
            zone[i * size] = NONE;
        }
    }

    /** Keeps each clock within its ceiling; returns whether any values are left. */
    static boolean cap(long[] zone, int size, long[] ceilings) {
        for (int i = 1; i < size; i++) {
            if (ceilings[i - 1] != NONE && !constrain(zone, size, i, 0, ceilings[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Whether every value of {@code inner} is one of {@code outer}. */
    static boolean includes(long[] outer, long[] inner) {
        for (int i = 0; i < outer.length; i++) {
            if (inner[i] > outer[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Forgets by how much a clock exceeds the greatest constant that it will be compared with before it starts again
     * ({@code Extra_M}): sound and complete for reachability if no guard compares two clocks (Bouyer 2003). Clocks whose constant
     * is {@link DifferenceBound#NONE} keep every bound. Of those with {@link Location#ONLY_FROM_ABOVE} every bound from above is
     * forgotten ({@code Extra_LU}, Behrmann et al. 2006, with a lower constant of minus infinity); ceilings are to be applied
     * once more.
     */
    static void extrapolate(long[] zone, int size, long[] greatest) {
        boolean changed = false;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                changed |= i != j && extrapolate(zone, i * size + j, constant(greatest, i), constant(greatest, j));
            }
        }
        if (changed) {
            close(zone, size);
        }
    }

    private static long constant(long[] greatest, int clock) {
        return clock == 0 ? 0 : greatest[clock - 1];
    }

    private static boolean extrapolate(long[] zone, int index, long ofLeft, long ofRight) {
        long bound = zone[index];
        if (bound == NONE) {
            return false;
        }
        if (ofLeft == Location.ONLY_FROM_ABOVE) {
            zone[index] = NONE;
            return true;
        }
        if (ofLeft != NONE && bound > DifferenceBound.atMost(ofLeft)) {
            zone[index] = NONE;
            return true;
        }
        if (ofRight >= 0 && ofRight != NONE && bound < DifferenceBound.lessThan(-ofRight)) {
            zone[index] = DifferenceBound.lessThan(-ofRight);
            return true;
        }
        return false;
    }

    /** Makes every bound the tightest that the others allow; returns false if no values are left. */
    static boolean close(long[] zone, int size) {
        for (int via = 0; via < size; via++) {
            for (int from = 0; from < size; from++) {
                long first = zone[from * size + via];
                if (first != NONE) {
                    relax(zone, size, from, first, via);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            if (zone[i * size + i] < ZERO) {
                return false;
            }
        }
        return true;
    }
}
