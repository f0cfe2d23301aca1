package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A set of vectors of which none covers another, as a tree. A branch parts its vectors by a question of {@link Lanes#exceeds}:
 * whatever covers a vector for which the answer is yes is on the side of yes. It also knows the join and the meet of all below it,
 * so that most parts of the tree need not be looked at.
 */
final class Antichain {

    private static final int MOST_IN_LEAF = 16;

    private final Lanes lanes;
    private final Node root;
    private int size;

    /** An empty set of vectors that are {@code words} long. */
    Antichain(Lanes lanes, int words) {
        this.lanes = lanes;
        this.root = new Node(words);
    }

    int size() {
        return size;
    }

    /** Whether an element covers {@code vector}. */
    boolean covers(long[] vector) {
        return size > 0 && root.covers(vector);
    }

    /** Adds a vector that no element covers, and removes the elements that it covers. */
    void add(long[] vector) {
        size -= root.removeCovered(vector);
        root.add(vector);
        size++;
    }

    /** Hands out all elements, in an order that depends on that of adding. */
    void forEach(Consumer<long[]> visitor) {
        root.forEach(visitor);
    }

    /** A leaf, which holds vectors, or a branch. Confined to its antichain. */
    private final class Node {
        /** The vectors of a leaf; empty in a branch. */
        private List<long[]> vectors = new ArrayList<>(2);

        private final long[] join;
        private long[] meet;
        private int lane;
        private int level;

        /** The sides of no and yes of a branch; empty in a leaf. */
        private List<Node> sides = List.of();

        Node(int words) {
            join = new long[words];
            meet = new long[words];
        }

        boolean covers(long[] vector) {
            if (!lanes.covered(vector, join)) {
                return false;
            }
            if (sides.isEmpty()) {
                for (long[] each : vectors) {
                    if (lanes.covered(vector, each)) {
                        return true;
                    }
                }
                return false;
            }
            return sides.get(1).covers(vector)
                    || (!lanes.exceeds(vector, lane, level) && sides.get(0).covers(vector));
        }

        int removeCovered(long[] vector) {
            if (!lanes.covered(meet, vector)) {
                return 0;
            }
            if (!sides.isEmpty()) {
                int removed = sides.get(0).removeCovered(vector);
                return lanes.exceeds(vector, lane, level)
                        ? removed + sides.get(1).removeCovered(vector)
                        : removed;
            }
            int before = vectors.size();
            vectors.removeIf(each -> lanes.covered(each, vector));
            return before - vectors.size();
        }

        void add(long[] vector) {
            boolean isEmpty = sides.isEmpty() && vectors.isEmpty();
            for (int i = 0; i < join.length; i++) {
                join[i] = isEmpty ? vector[i] : lanes.join(join[i], vector[i]);
                meet[i] = isEmpty ? vector[i] : lanes.meet(meet[i], vector[i]);
            }
            if (!sides.isEmpty()) {
                side(vector).add(vector);
                return;
            }
            vectors.add(vector);
            if (vectors.size() > MOST_IN_LEAF) {
                split();
            }
        }

        private Node side(long[] vector) {
            return sides.get(lanes.exceeds(vector, lane, level) ? 1 : 0);
        }

        /** Parts the vectors by the question that parts them most evenly. */
        private void split() {
            int best = 0;
            for (int word = 0; word < join.length; word++) {
                if (join[word] != meet[word]) {
                    best = Math.max(best, choose(word, best));
                }
            }
            sides = List.of(new Node(join.length), new Node(join.length));
            List<long[]> all = vectors;
            vectors = List.of();
            all.forEach(vector -> side(vector).add(vector));
        }

        /** Chooses a question on a lane in this word that is better than one that parts {@code best}; returns what it parts. */
        private int choose(int word, int best) {
            int most = best;
            for (int each = word * lanes.perWord(); each < (word + 1) * lanes.perWord(); each++) {
                for (int question = 0; question < lanes.questions(); question++) {
                    int yes = 0;
                    for (long[] vector : vectors) {
                        yes += lanes.exceeds(vector, each, question) ? 1 : 0;
                    }
                    int parts = Math.min(yes, vectors.size() - yes);
                    if (parts > most) {
                        most = parts;
                        lane = each;
                        level = question;
                    }
                }
            }
            return most;
        }

        void forEach(Consumer<long[]> visitor) {
            vectors.forEach(visitor);
            if (!sides.isEmpty()) {
                sides.get(0).forEach(visitor);
                sides.get(1).forEach(visitor);
            }
        }
    }
}
