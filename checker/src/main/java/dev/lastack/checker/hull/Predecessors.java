package dev.lastack.checker.hull;

import java.util.List;
import java.util.function.IntConsumer;

/** By control, the numbers of those that have a step to it; one of several steps to it is there once for each. */
final class Predecessors {

    /** Where those of each control begin in {@link #sources}; one more than there are controls. */
    private final int[] first;

    private final int[] sources;

    Predecessors(List<Control> controls) {
        first = new int[controls.size() + 1];
        for (Control control : controls) {
            for (int step = 0; step < control.steps(); step++) {
                first[control.target(step).number() + 1]++;
            }
        }
        for (int i = 0; i < controls.size(); i++) {
            first[i + 1] += first[i];
        }
        sources = new int[first[controls.size()]];
        int[] next = first.clone();
        for (Control control : controls) {
            for (int step = 0; step < control.steps(); step++) {
                sources[next[control.target(step).number()]++] = control.number();
            }
        }
    }

    void forEach(int control, IntConsumer visitor) {
        for (int i = first[control]; i < first[control + 1]; i++) {
            visitor.accept(sources[i]);
        }
    }
}
