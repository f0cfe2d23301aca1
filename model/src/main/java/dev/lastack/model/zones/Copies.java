package dev.lastack.model.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The segments in flight in one direction, of which however many equal ones take up to two slots: the oldest of those that must
 * arrive or be lost, and an <em>optional</em> one. An optional segment stands for any number of copies that are as old as its clock
 * shows, or older; each of them may arrive, and none has to. So every network of copies that are counted is covered: what need
 * not arrive has more behaviours than what must, and a younger copy has more than an older one. The oldest stays as it is, for its
 * arrival could otherwise be postponed by newer copies for ever.
 *
 * <p>The age of a segment in a slot, which is a clock here, tells the optional one, and like an age it is the greater the earlier the
 * segment was sent, so the order of the slots is that of their packed forms.
 */
final class Copies {

    private static final int OPTIONAL = 1;

    private final boolean obligations;
    private final List<Copy> copies = new ArrayList<>();

    /** {@code obligations}: some must arrive or be lost; otherwise all are optional. */
    Copies(boolean obligations) {
        this.obligations = obligations;
    }

    /**
     * One slot.
     *
     * @param header the packed segment without its age
     * @param mark how early it was sent: of equal segments the one with the greater mark is older
     * @param origin the clock that goes on, or 0 if it has just been sent
     */
    record Copy(long header, int mark, int origin, boolean optional) {

        Copy asOptional() {
            return new Copy(header, mark, origin, true);
        }
    }

    /** Whether a packed segment of a control is optional. */
    static boolean isOptional(int age) {
        return age == OPTIONAL;
    }

    void clear() {
        copies.clear();
    }

    /** Adds one behind all that are equal and older. */
    void add(Copy copy) {
        int at = copies.size();
        while (at > 0 && isBefore(copy, copies.get(at - 1))) {
            at--;
        }
        copies.add(at, copy);
    }

    private static boolean isBefore(Copy one, Copy other) {
        return one.header != other.header ? one.header > other.header : one.mark > other.mark;
    }

    /** Keeps no more of equal segments than a control tells apart. */
    void merge() {
        List<Copy> merged = new ArrayList<>();
        int from = 0;
        while (from < copies.size()) {
            int to = from;
            while (to < copies.size() && copies.get(to).header == copies.get(from).header) {
                to++;
            }
            merged.addAll(merged(copies.subList(from, to)));
            from = to;
        }
        copies.clear();
        copies.addAll(merged);
    }

    /** Of {@code equal} segments, the oldest first. */
    private List<Copy> merged(List<Copy> equal) {
        Copy youngest = equal.get(equal.size() - 1);
        Optional<Copy> oldest =
                equal.stream().filter(copy -> !copy.optional && obligations).findFirst();
        if (oldest.isEmpty()) {
            return List.of(youngest.asOptional());
        }
        return equal.size() == 1 ? equal : List.of(oldest.get(), youngest.asOptional());
    }

    int size() {
        return copies.size();
    }

    Copy at(int index) {
        return copies.get(index);
    }

    /** What the slot of copy {@code index} holds. */
    long packed(int index) {
        Copy copy = copies.get(index);
        boolean hasYounger = index + 1 < copies.size() && copies.get(index + 1).header == copy.header;
        // The age lies in the lowest bits.
        return copy.header + (copy.optional ? OPTIONAL : hasYounger ? 2 * OPTIONAL : 0);
    }
}
