package dev.lastack.checker.liveness.graph;

/**
 * The steps of a transition system between numbered states, in a few bytes each.
 *
 * <p>The edges of a state stand in the order in which the system generates its steps, so an edge is found again by
 * its position among them. One more edge, the last, leads back to the state: a run may idle. Edges are kept in
 * blocks of {@link #BLOCK} states, as variable-length integers: one more than the target as a zigzag-coded
 * difference to the source, and the label; or {@link #LEAVING} for a step to a state that the graph is without, which
 * is passed over. The numbers of labels differ between blocks; {@link Block#labels} makes them common.
 */
public final class StateGraph {

    static final int BLOCK_BITS = 12;
    static final int BLOCK = 1 << BLOCK_BITS;

    /** The code of a step that leaves the graph. */
    static final int LEAVING = 0;

    /**
     * The edges of up to {@link #BLOCK} states: those of the i-th are {@code code[offsets[i]..offsets[i + 1]]}.
     *
     * @param labels common numbers of the labels, shared by all blocks of one thread
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Block(int[] offsets, byte[] code, int[] labels) {}

    private final Block[] blocks;
    private final int states;
    private final long edges;
    private final int[] initial;
    private final EdgeLabels labels;

    StateGraph(Block[] blocks, int states, long edges, int[] initial, EdgeLabels labels) {
        this.blocks = blocks;
        this.states = states;
        this.edges = edges;
        this.initial = initial;
        this.labels = labels;
    }

    public int states() {
        return states;
    }

    /** All edges that stay in the graph, the idle ones included. */
    long edges() {
        return edges;
    }

    /** The numbers of the initial states, ascending. */
    int[] initial() {
        return initial;
    }

    public EdgeLabels labels() {
        return labels;
    }

    /** Memory held by the edges. */
    public long bytes() {
        long bytes = 0;
        for (Block block : blocks) {
            bytes += block.code().length + 4L * block.offsets().length;
        }
        return bytes;
    }

    public Cursor cursor() {
        return new Cursor();
    }

    /** Walks along the edges of one state after the other. */
    public final class Cursor {
        private int source;
        private int begin;
        private int edgeStart;
        private int ordinal;
        private int position;
        private int end;
        private byte[] coded = {};
        private int[] common = {};
        private int target;
        private int label;

        /** Stands before the first edge of {@code state}. */
        public void open(int state) {
            Block block = blocks[state >>> BLOCK_BITS];
            int slot = state & (BLOCK - 1);
            source = state;
            ordinal = -1;
            coded = block.code();
            common = block.labels();
            begin = block.offsets()[slot];
            position = begin;
            end = block.offsets()[slot + 1];
        }

        /** Stands in {@code state} where {@link #position()} was when it returned {@code position}. */
        public void resume(int state, int position) {
            open(state);
            this.position = position;
        }

        int position() {
            return position;
        }

        /** Moves on to the next edge, if there is one. */
        public boolean next() {
            if (position == end) {
                return false;
            }
            edgeStart = position;
            ordinal++;
            int code = varint();
            while (code == LEAVING) {
                edgeStart = position;
                ordinal++;
                code = varint();
            }
            int zigzag = code - 1;
            target = source + ((zigzag >>> 1) ^ -(zigzag & 1));
            label = common[varint()];
            return true;
        }

        public int target() {
            return target;
        }

        public int label() {
            return label;
        }

        /** The place of the edge stood on among those of its state, after {@link #open}. */
        public int ordinal() {
            return ordinal;
        }

        /** Whether the edge stood on is the idle one. */
        public boolean isIdle() {
            return position == end;
        }

        /** Whether the edge stood on is the idle one of a state that has no other. */
        boolean isAlone() {
            return position == end && edgeStart == begin;
        }

        private int varint() {
            int value = coded[position++];
            if (value >= 0) {
                return value;
            }
            value &= 0x7F;
            int shift = 7;
            while (true) {
                byte next = coded[position++];
                value |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
                shift += 7;
            }
        }
    }
}
