package dev.lastack.checker.store.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds states by the nodes of a {@link TreeFolding} for one thread, which remembers the numbers it asked for last. */
final class TreeFolder implements Folding.Folder {

    private static final int REMEMBERED_BITS = 15;

    private final int words;
    private final int[] left;
    private final int[] right;
    private final int[] rightBits;
    private final @Nullable Memo[] memos;

    /** The words, then what each node gives. */
    private final long[] parts;

    TreeFolder(int words, List<TreeFolding.Node> nodes) {
        this.words = words;
        this.left = nodes.stream().mapToInt(TreeFolding.Node::left).toArray();
        this.right = nodes.stream().mapToInt(TreeFolding.Node::right).toArray();
        this.rightBits = nodes.stream().mapToInt(TreeFolding.Node::rightBits).toArray();
        this.memos = nodes.stream().map(node -> memo(node.dictionary())).toArray(Memo[]::new);
        this.parts = new long[words + nodes.size()];
    }

    private static @Nullable Memo memo(@Nullable Dictionary dictionary) {
        return dictionary == null ? null : new Memo(dictionary);
    }

    @Override
    public long fold(long[] states, int offset) {
        System.arraycopy(states, offset, parts, 0, words);
        for (int node = 0; node < memos.length; node++) {
            Memo memo = memos[node];
            parts[words + node] = memo == null
                    ? parts[left[node]] << rightBits[node] | parts[right[node]]
                    : memo.idOf(parts[left[node]]);
        }
        return parts[parts.length - 1];
    }

    @Override
    public void unfold(long key, long[] into) {
        parts[parts.length - 1] = key;
        for (int node = memos.length - 1; node >= 0; node--) {
            long part = parts[words + node];
            Memo memo = memos[node];
            if (memo == null) {
                parts[left[node]] = part >>> rightBits[node];
                parts[right[node]] = part & (1L << rightBits[node]) - 1;
            } else {
                parts[left[node]] = memo.dictionary.value((int) part);
            }
        }
        System.arraycopy(parts, 0, into, 0, words);
    }

    /** Spares most look-ups in a dictionary: successors differ in few parts from one another. */
    private static final class Memo {
        private final Dictionary dictionary;
        private final long[] values = new long[1 << REMEMBERED_BITS];
        private final int[] ids = new int[1 << REMEMBERED_BITS];

        Memo(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        int idOf(long value) {
            int slot = Dictionary.hash(value) >>> (Integer.SIZE - REMEMBERED_BITS);
            if (ids[slot] == 0 || values[slot] != value) {
                ids[slot] = dictionary.idOf(value) + 1;
                values[slot] = value;
            }
            return ids[slot] - 1;
        }
    }
}
