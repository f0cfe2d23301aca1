package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.Lanes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * By control the tokens that make no difference there: up to which value a lane may be emptied so that the same violations can be
 * reached, in no more steps. It is the greatest vectors such that
 *
 * <ul>
 *   <li>to take up a dead token leaves the control and violates nothing, and leads nowhere but to itself, and what it puts down is
 *       all dead there; or it leads out of the slice;
 *   <li>no dead token is seen by a step that watches for the violation;
 *   <li>what is dead stays dead in every step within the slice, unless the step puts that token down anyway.
 * </ul>
 *
 * Emptying all dead lanes together is then a bisimulation but for steps that lead nowhere.
 */
final class DeadTokens {

    private final Hull hull;
    private final Lanes lanes;
    private final BitSet slice;
    private final long violation;
    private final long[][] dead;
    private final long[] scratch;

    private DeadTokens(Hull hull, BitSet slice, long violation) {
        this.hull = hull;
        this.lanes = hull.lanes();
        this.slice = slice;
        this.violation = violation;
        this.dead = new long[hull.controls().size()][];
        this.scratch = new long[hull.table().words()];
    }

    /** By number of a control of the slice its dead tokens; null for all other controls. */
    static long[][] of(Hull hull, Predecessors predecessors, BitSet slice, long violation) {
        DeadTokens tokens = new DeadTokens(hull, slice, violation);
        tokens.begin();
        tokens.settle(predecessors);
        return tokens.dead;
    }

    private void begin() {
        long[] full = new long[scratch.length];
        for (int lane = 0; lane < hull.table().size(); lane++) {
            full[lanes.wordOf(lane)] |= lanes.full(lane);
        }
        slice.stream().forEach(number -> {
            dead[number] = full.clone();
            Control control = hull.controls().get(number);
            for (int step = 0; step < control.steps(); step++) {
                begin(control, step);
            }
        });
    }

    /** What a step alone says. */
    private void begin(Control control, int step) {
        long[] row = dead[control.number()];
        LaneEffect effect = control.effect(step);
        if ((effect.possibleObservations() & violation) != 0 && effect.watches()) {
            for (int lane = 0; lane < hull.table().size(); lane++) {
                if ((effect.watchedLanes()[lanes.wordOf(lane)] & lanes.maskOf(lane)) != 0) {
                    limit(row, lane, effect.tick() ? lanes.lastTick(lane) : 0);
                }
            }
        }
        boolean moves = control.target(step) != control
                && slice.get(control.target(step).number());
        if (control.prompt(step) != Control.UNPROMPTED
                && (moves || effect.tick() || Slice.violates(hull, control, step, violation, scratch))) {
            needed(row, control.prompt(step));
        }
    }

    private void needed(long[] row, int prompt) {
        int lane = prompt / lanes.prompts();
        limit(row, lane, lanes.without(lane, prompt % lanes.prompts()));
    }

    private void limit(long[] row, int lane, long most) {
        int word = lanes.wordOf(lane);
        long rest = row[word] & ~lanes.maskOf(lane);
        row[word] = rest | lanes.meet(row[word] & lanes.maskOf(lane), most);
    }

    private void settle(Predecessors predecessors) {
        BitSet isOpen = (BitSet) slice.clone();
        Deque<Integer> open = new ArrayDeque<>();
        slice.stream().forEach(open::addFirst);
        while (!open.isEmpty()) {
            int number = open.remove();
            isOpen.clear(number);
            if (shrinks(hull.controls().get(number))) {
                predecessors.forEach(number, source -> {
                    if (slice.get(source) && !isOpen.get(source)) {
                        isOpen.set(source);
                        open.add(source);
                    }
                });
            }
        }
    }

    /** Takes from a control's dead tokens those of which one of its steps makes use; returns whether there are any. */
    private boolean shrinks(Control control) {
        long[] row = dead[control.number()];
        long[] before = row.clone();
        for (int step = 0; step < control.steps(); step++) {
            LaneEffect effect = control.effect(step);
            long[] next = dead[control.target(step).number()];
            if (next == null) {
                continue;
            }
            System.arraycopy(next, 0, scratch, 0, next.length);
            effect.fillRaised(lanes, scratch);
            for (int i = 0; i < row.length; i++) {
                row[i] = lanes.meet(row[i], effect.tick() ? lanes.beforeTick(scratch[i]) : scratch[i]);
            }
            if (control.target(step) == control
                    && control.prompt(step) != Control.UNPROMPTED
                    && !isDead(row, effect.raisedLanes())) {
                needed(row, control.prompt(step));
            }
        }
        return !Arrays.equals(before, row);
    }

    /** Whether tokens just put down in these lanes are all dead. */
    private boolean isDead(long[] row, int[] raised) {
        for (int lane : raised) {
            int word = lanes.wordOf(lane);
            if (lanes.without(lanes.fresh(lane), row[word] & lanes.maskOf(lane)) != 0) {
                return false;
            }
        }
        return true;
    }
}
