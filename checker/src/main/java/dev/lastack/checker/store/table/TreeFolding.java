package dev.lastack.checker.store.table;

import dev.lastack.checker.store.level.Memory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * States as trees of pairs. Neighbouring words are paired, and the pairs in turn, until one pair is left: the key.
 * A part too wide for that is replaced by its number in a {@link Dictionary}. Parts recur in very many states, so
 * nearly all that a state costs is its key.
 */
final class TreeFolding implements Folding {

    /** What a dictionary pays for an entry at least; so numbers need no more bits than the budget can pay for. */
    private static final int BYTES_PER_ENTRY = Long.BYTES + Integer.BYTES;

    private final int words;
    private final long entries;
    private final int idBits;
    private final List<Node> nodes = new ArrayList<>();
    private final int bits;

    /** For words of the given widths, at least two. */
    TreeFolding(int[] widths, Memory memory) {
        this.words = widths.length;
        this.entries = Math.max(2, Math.min(memory.limit() / BYTES_PER_ENTRY, Integer.MAX_VALUE));
        this.idBits = Long.SIZE - Long.numberOfLeadingZeros(entries - 1);
        List<Part> parts = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            parts.add(new Part(word, widths[word]));
        }
        while (parts.size() > 2) {
            parts = pairs(parts, memory);
        }
        this.bits = pair(numbered(parts.get(0), memory), numbered(parts.get(1), memory), memory)
                .bits();
    }

    private List<Part> pairs(List<Part> parts, Memory memory) {
        List<Part> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            pairs.add(pair(parts.get(i), parts.get(i + 1), memory));
        }
        if (parts.size() % 2 == 1) {
            pairs.add(parts.get(parts.size() - 1));
        }
        return pairs;
    }

    private Part pair(Part left, Part right, Memory memory) {
        boolean fits = left.bits() + right.bits() <= Long.SIZE;
        Part first = fits ? left : numbered(left, memory);
        Part second = fits ? right : numbered(right, memory);
        nodes.add(new Node(first.place(), second.place(), second.bits(), null));
        return new Part(words + nodes.size() - 1, first.bits() + second.bits());
    }

    /** The part itself if it is no wider than a number, else its number in a dictionary. */
    private Part numbered(Part part, Memory memory) {
        if (part.bits() <= idBits) {
            return part;
        }
        nodes.add(new Node(part.place(), part.place(), 0, new Dictionary(entries, memory)));
        return new Part(words + nodes.size() - 1, idBits);
    }

    @Override
    public int bits() {
        return bits;
    }

    /** The second part of the last pair: half of the state if it has two, four or eight words. */
    @Override
    public int tailBits() {
        return nodes.get(nodes.size() - 1).rightBits();
    }

    @Override
    public Folder folder() {
        return new TreeFolder(words, nodes);
    }

    /** A word, at {@code place} below the number of words, or what node {@code place - words} gives. */
    private record Part(int place, int bits) {}

    /** Numbers the part at {@code left} where there is a dictionary, else pairs it with that at {@code right}. */
    record Node(
            int left, int right, int rightBits, @Nullable Dictionary dictionary) {}
}
