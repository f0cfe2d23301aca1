package dev.lastack.checker.hull;

import dev.lastack.checker.store.level.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A breadth-first search for a violation that keeps only states that no other covers. Level {@code d + 1} is what the steps of level
 * {@code d} lead to, without what is covered by another state of levels up to {@code d + 1}. Of every run some state at most as
 * deep covers the end, so the first level with a violating step gives the length of the shortest run. Within a level the maximal
 * states are the same in whatever order they are found.
 *
 * <p>It walks on the steps of the {@link Hull}: no rule is asked again.
 */
final class AntichainSearch {

    private static final int BYTES_PER_ENTRY = 100;

    private final Hull hull;
    private final HullQuestion question;
    private final boolean saturates;
    private final Team team;
    private final Memory memory;
    private final int words;

    /** By control, what has been found in the levels before this one. */
    private final @Nullable Antichain[] kept;

    /** By control, what has been found in this level; guarded by the control. */
    private final @Nullable Antichain[] found;

    private final Queue<Control> touched = new ConcurrentLinkedQueue<>();
    private final Queue<HullViolation> violations = new ConcurrentLinkedQueue<>();
    private final List<List<HullEntry>> levels = new ArrayList<>();
    private final AtomicLong size = new AtomicLong();
    private Optional<String> stopped = Optional.empty();

    /**
     * A search.
     *
     * @param saturates whether every state takes at once all steps that only put tokens down: fewer states are kept then, but
     *     runs are no longer shortest ones
     */
    AntichainSearch(Hull hull, HullQuestion question, boolean saturates, Team team, Memory memory) {
        this.hull = hull;
        this.question = question;
        this.saturates = saturates;
        this.team = team;
        this.memory = memory;
        this.words = hull.table().words();
        this.kept = new Antichain[hull.controls().size()];
        this.found = new Antichain[hull.controls().size()];
    }

    /** Goes on until there is a violation, or nothing new, or more than {@code most} states are kept. */
    void run(long most) {
        if (question.slice().get(0)) {
            found(hull.controls().get(0), new long[words]);
        }
        close();
        while (!levels.get(levels.size() - 1).isEmpty()
                && violations.isEmpty()
                && stopped.isEmpty()
                && !team.halt().requested()) {
            team.forEach(levels.get(levels.size() - 1), worker -> expansion());
            close();
            if (size.get() > most) {
                stopped = Optional.of("the limit of " + most + " states was reached");
            }
        }
        // Whatever halts the search leaves a level incomplete, be it the first.
        stopped = team.halt().why().or(() -> stopped);
        for (Antichain antichain : kept) {
            memory.release(antichain == null ? 0 : (long) antichain.size() * bytesPerEntry());
        }
    }

    private long bytesPerEntry() {
        return BYTES_PER_ENTRY + (long) words * Long.BYTES;
    }

    private Consumer<HullEntry> expansion() {
        long[] after = new long[words];
        Saturation saturation = new Saturation(hull, question);
        return entry -> {
            Control control = entry.control();
            for (int step = 0; step < control.steps(); step++) {
                if (hull.allows(entry, step)) {
                    expand(entry, step, after, saturation);
                }
            }
        };
    }

    private void expand(HullEntry entry, int step, long[] after, Saturation saturation) {
        Control target = entry.control().target(step);
        if ((question.after(hull, entry, step, after) & question.violation()) != 0) {
            violations.add(new HullViolation(entry, step));
        }
        if (!question.slice().get(target.number()) || isCovered(target, after)) {
            return;
        }
        if (saturates) {
            saturation.saturate(target, after);
        }
        found(target, after);
    }

    private boolean isCovered(Control control, long[] vector) {
        Antichain before = kept[control.number()];
        return before != null && before.covers(vector);
    }

    private void found(Control control, long[] vector) {
        synchronized (control) {
            Antichain here = found[control.number()];
            if (here == null) {
                here = new Antichain(hull.lanes(), words);
                found[control.number()] = here;
                touched.add(control);
            }
            if (!here.covers(vector)) {
                memory.claim(bytesPerEntry());
                int before = here.size();
                here.add(vector.clone());
                memory.release((before + 1L - here.size()) * bytesPerEntry());
            }
        }
    }

    /** Ends a level: what has been found is kept, and what that covers is not needed any more. */
    private void close() {
        List<Control> controls = new ArrayList<>(touched);
        touched.clear();
        Queue<HullEntry> level = new ConcurrentLinkedQueue<>();
        team.forEach(controls, worker -> control -> keep(control, level));
        List<HullEntry> sorted = new ArrayList<>(level);
        sorted.sort(HullEntry.ORDER);
        levels.add(sorted);
    }

    private void keep(Control control, Queue<HullEntry> level) {
        int number = control.number();
        Antichain here = found[number];
        found[number] = null;
        Antichain all = kept[number] == null ? new Antichain(hull.lanes(), words) : kept[number];
        kept[number] = all;
        here.forEach(vector -> {
            int before = all.size();
            all.add(vector);
            size.addAndGet(all.size() - before);
            level.add(new HullEntry(control, vector));
        });
    }

    /** Why the search ended early, if it did. */
    Optional<String> stopped() {
        return stopped;
    }

    /** The least violating step of the last level expanded, if any violates. */
    Optional<HullViolation> violation() {
        return violations.stream().min(HullViolation.ORDER);
    }

    /** The levels, each in order; a violation's state is in the last but one. */
    List<List<HullEntry>> levels() {
        return levels;
    }

    /** Levels so far. */
    int depth() {
        return levels.size();
    }

    /** How many states are kept. */
    long size() {
        return size.get();
    }

    /** Hands out what is kept, in order. */
    void forEach(Consumer<HullEntry> visitor) {
        for (int number = 0; number < kept.length; number++) {
            if (kept[number] != null) {
                Control control = hull.controls().get(number);
                List<HullEntry> entries = new ArrayList<>();
                kept[number].forEach(vector -> entries.add(new HullEntry(control, vector)));
                entries.sort(HullEntry.ORDER);
                entries.forEach(visitor);
            }
        }
    }
}
