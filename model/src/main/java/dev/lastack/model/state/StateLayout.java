package dev.lastack.model.state;

import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each field of a state lies within its words. The only place that shifts bits.
 *
 * <pre>
 *  word 0                                            word 1
 *  ┌──────────────┬──────────────┬────┬─────────┐    ┌──────────────┬──────────────┬────┬─────────┬───────┐
 *  │ toB slot 0   │ toB slot 1   │ …  │ A …     │    │ toA slot 0   │ toA slot 1   │ …  │ B …     │ loss… │
 *  └──────────────┴──────────────┴────┴─────────┘    └──────────────┴──────────────┴────┴─────────┴───────┘
 *  one slot:  kind │ SEQ │ ACK │ incarnation │ boot │ arrived │ age      (age in the lowest bits)
 * </pre>
 *
 * An endpoint and what it has sent lie in separate words: a step at one endpoint mostly leaves the other's words as
 * they are, and far fewer values of a word occur than if it held a part of everything.
 *
 * A field is as wide as its greatest value needs and lies within one word; a field that can only be 0 takes no room. A
 * field of an endpoint has a meaning in some TCP states only: it is 0 in all others, and fields that are never live
 * together share their bits. Which bits hold which field therefore depends on the scenario; {@link #toString()} lists
 * them.
 */
public final class StateLayout {

    private final List<Field> fields;
    private final int words;
    private final int[] significant;
    /** By owner; made once, since a generator is made for every step that is told. */
    private final long[][] keptBits;

    private StateLayout(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.words = fields.stream().mapToInt(f -> f.word).max().orElse(0) + 1;
        this.significant = new int[words];
        for (Field field : fields) {
            significant[field.word] = Math.max(significant[field.word], field.shift + field.width());
        }
        this.keptBits = new long[][] {allKeptBits(0), allKeptBits(1)};
    }

    public int words() {
        return words;
    }

    /** Bits of {@code word} that any field uses, at least 1. */
    public int significantBits(int word) {
        return Math.max(1, significant[word]);
    }

    /**
     * For an endpoint that goes from one TCP state to another, the bits of each word that keep their value: all but the
     * bits of its fields that are not live on both sides. Indexed by {@code (from · states + to) · words + word}; shared,
     * so not to be written.
     */
    long[] keptBits(int owner) {
        return keptBits[owner];
    }

    private long[] allKeptBits(int owner) {
        TcpState[] states = TcpState.values();
        long[] kept = new long[states.length * states.length * words];
        int index = 0;
        for (TcpState from : states) {
            for (TcpState to : states) {
                for (int word = 0; word < words; word++) {
                    kept[index++] = keptBits(owner, from, to, word);
                }
            }
        }
        return kept;
    }

    private long keptBits(int owner, TcpState from, TcpState to, int word) {
        long cleared = 0;
        long kept = 0;
        for (Field field : fields) {
            if (field.word == word && field.owner == owner) {
                cleared |= field.bits();
                if (field.keptFrom(from, to)) {
                    kept |= field.bits();
                }
            }
        }
        return ~cleared | kept;
    }

    /** How many words each host has for itself: A's come first, then B's. */
    public int wordsOfHost() {
        return 1
                + fields.stream()
                        .filter(field -> field.half == 0)
                        .mapToInt(field -> field.word)
                        .max()
                        .orElse(0);
    }

    /** The bits of {@code word} that belong to a host. */
    public long ownedBits(int word) {
        return fields.stream()
                .filter(field -> field.word == word && field.half != SHARED)
                .mapToLong(Field::bits)
                .reduce(0, (a, b) -> a | b);
    }

    /** By word, the bits that belong to {@code some} of its fields. */
    long[] bitsOf(List<Field> some) {
        long[] bits = new long[words];
        for (Field field : some) {
            bits[field.word] |= field.bits();
        }
        return bits;
    }

    /** The bits of {@code word} that mean something while A and B are in the given states; all others are 0. */
    public long liveBits(int word, TcpState a, TcpState b) {
        long bits = 0;
        for (Field field : fields) {
            boolean live = field.owner == SHARED || field.live.contains(field.owner == 0 ? a : b);
            if (live && field.word == word) {
                bits |= field.bits();
            }
        }
        return bits;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        fields.stream()
                .sorted(Comparator.comparingInt((Field f) -> f.word).thenComparingInt(f -> f.shift))
                .filter(f -> f.mask != 0)
                .forEach(f -> text.append(
                        "word %d, bits %d to %d: %s%n".formatted(f.word, f.shift, f.shift + f.width() - 1, f.owned())));
        return text.toString();
    }

    /** The least number of bits that hold 0 to {@code max}. */
    static int bitsFor(long max) {
        return Long.SIZE - Long.numberOfLeadingZeros(max);
    }

    /** The greatest value of {@code bits} bits, at most 63. */
    static long greatest(int bits) {
        return (1L << bits) - 1;
    }

    /** One field: where it lies, how wide it is, and in which TCP states of its owner it has a meaning. */
    public static final class Field {
        private final String name;
        private final int owner;
        private final int half;
        private final Set<TcpState> live;
        private final long max;
        private final long mask;
        private boolean alone;
        private boolean ghost;
        /** The field keeps its value where it is not live, and begins with 0 where it becomes live. */
        private boolean lasting;

        private int word;
        private int shift;

        private Field(String name, int owner, int half, Set<TcpState> live, long max) {
            this.name = name;
            this.owner = owner;
            this.half = half;
            this.live = live;
            this.max = max;
            this.mask = max < 0 ? -1 : greatest(bitsFor(max));
        }

        public int get(long[] words) {
            return (int) ((words[word] >>> shift) & mask);
        }

        /** The value in the state at {@code states[offset..]}. */
        public int get(long[] states, int offset) {
            return (int) ((states[offset + word] >>> shift) & mask);
        }

        public void set(long[] words, int value) {
            assert (value & mask) == value : name + " does not hold " + value;
            words[word] = (words[word] & ~(mask << shift)) | ((value & mask) << shift);
        }

        /** The value in a word that is held by itself. */
        int in(long word) {
            return (int) ((word >>> shift) & mask);
        }

        /** This field alone set to {@code value}, all others 0; sums of such words are packed words. */
        long of(int value) {
            assert (value & mask) == value : name + " does not hold " + value;
            return (long) value << shift;
        }

        public long getLong(long[] words) {
            return getLong(words, 0);
        }

        /** The value in the state at {@code states[offset..]}. */
        public long getLong(long[] states, int offset) {
            return (states[offset + word] >>> shift) & mask;
        }

        public void setLong(long[] words, long value) {
            words[word] = (words[word] & ~(mask << shift)) | (value << shift);
        }

        public String name() {
            return name;
        }

        /** The bits of a word that this field takes. */
        long bits() {
            return mask << shift;
        }

        private String owned() {
            return owner == SHARED ? name : (owner == 0 ? "A " : "B ") + name;
        }

        public boolean liveIn(TcpState state) {
            return live.contains(state);
        }

        int width() {
            return Long.bitCount(mask);
        }

        /** The greatest value. */
        public long max() {
            return max;
        }

        /** Keeps the bits of this field to itself, so that it can be read in every state. */
        Field alone() {
            alone = true;
            return this;
        }

        /** No rule reads this field; only claims do. */
        Field ghost() {
            ghost = true;
            return this;
        }

        private boolean keptFrom(TcpState from, TcpState to) {
            return lasting ? live.contains(from) || !live.contains(to) : live.contains(from) && live.contains(to);
        }

        private boolean sharesWith(Field other) {
            return !alone
                    && !other.alone
                    && !lasting
                    && !other.lasting
                    && owner == other.owner
                    && owner != SHARED
                    && Collections.disjoint(live, other.live);
        }

        private boolean overlaps(Field other) {
            return word == other.word && shift < other.shift + other.width() && other.shift < shift + width();
        }
    }

    private static final int SHARED = -1;

    /** Collects the declared fields and places them. */
    static final class Builder {
        private final List<Field> fields = new ArrayList<>();

        /** A field of the whole state, holding 0 to {@code max}. */
        Field shared(String name, long max) {
            return add(new Field(name, SHARED, SHARED, TcpStates.ALL, max));
        }

        /** A field of endpoint {@code owner} (0 for A, 1 for B), holding 0 to {@code max} in the {@code live} states. */
        Field endpoint(int owner, String name, long max, Set<TcpState> live) {
            return add(new Field(name, owner, owner, live.isEmpty() ? Set.of() : EnumSet.copyOf(live), max));
        }

        /** A slot of {@code width} bits for a segment that endpoint {@code sender} has sent. */
        Field slot(int sender, String name, int width) {
            return add(new Field(name, SHARED, sender, TcpStates.ALL, greatest(width)));
        }

        private Field add(Field field) {
            if (field.width() >= Long.SIZE) {
                throw new IllegalArgumentException(field.name + " does not fit in a word");
            }
            fields.add(field);
            return field;
        }

        /**
         * Places every field at the lowest free bits that do not cross a word, wide fields first: what belongs to A, then,
         * from the next word on, what belongs to B, and last what belongs to neither, wherever there is room. Without
         * {@code reductions} that clear them, fields keep separate bits and their last value.
         */
        StateLayout build(Set<Reduction> reductions) {
            for (Field field : fields) {
                Reduction clearing = field.ghost ? Reduction.GHOSTS : Reduction.DEAD_VARIABLES;
                // What is read where it means nothing has to be 0 there in any case.
                field.lasting = !reductions.contains(clearing) && !field.alone;
            }
            List<Field> widestFirst = new ArrayList<>(fields);
            widestFirst.sort(Comparator.comparingInt(Field::width).reversed());
            List<Field> placed = new ArrayList<>();
            for (int half : new int[] {0, 1, SHARED}) {
                int next = placed.stream().mapToInt(f -> f.word + 1).max().orElse(0);
                for (Field field : widestFirst) {
                    if (field.half == half) {
                        field.word = half == SHARED ? 0 : next;
                        place(field, placed);
                    }
                }
            }
            return new StateLayout(fields);
        }

        /** Places the fields in the order of their declaration, the first in the lowest bits. */
        StateLayout buildInOrder() {
            List<Field> placed = new ArrayList<>();
            fields.forEach(field -> place(field, placed));
            return new StateLayout(fields);
        }

        private static void place(Field field, List<Field> placed) {
            if (field.mask == 0) {
                field.word = 0;
                return;
            }
            @Nullable Field obstacle = null;
            do {
                if (obstacle != null) {
                    field.shift = obstacle.shift + obstacle.width();
                }
                if (field.shift + field.width() > Long.SIZE) {
                    field.word++;
                    field.shift = 0;
                }
                obstacle = placed.stream()
                        .filter(other -> field.overlaps(other) && !field.sharesWith(other))
                        .findFirst()
                        .orElse(null);
            } while (obstacle != null);
            placed.add(field);
        }
    }
}
