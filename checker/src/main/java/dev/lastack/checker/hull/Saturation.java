package dev.lastack.checker.hull;

/** Lets everything happen that leaves the control as it is and only puts tokens down. Confined to one thread. */
final class Saturation {

    private final Hull hull;
    private final HullQuestion question;
    private final long[] after;

    Saturation(Hull hull, HullQuestion question) {
        this.hull = hull;
        this.question = question;
        this.after = new long[hull.table().words()];
    }

    /** Adds to {@code vector} whatever {@code control} can put there at once. */
    void saturate(Control control, long[] vector) {
        HullEntry entry = new HullEntry(control, vector);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int step = 0; step < control.steps(); step++) {
                if (control.target(step) == control && !control.effect(step).tick() && hull.allows(entry, step)) {
                    question.after(hull, entry, step, after);
                    if (!hull.lanes().covered(after, vector)) {
                        System.arraycopy(after, 0, vector, 0, vector.length);
                        grown = true;
                    }
                }
            }
        }
    }
}
