package dev.lastack.scenario.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.collections4.trie.PatriciaTrie;

/** Finds the known name that a user most likely meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * The only name that begins with {@code written}, else the one fewest edits away, as long as that is at most a third
     * of its letters.
     */
    public static Optional<String> to(String written, Collection<String> known) {
        PatriciaTrie<String> trie = new PatriciaTrie<>();
        known.forEach(name -> trie.put(name, name));
        SortedMap<String, String> completions = trie.prefixMap(written);
        if (written.length() > 1 && completions.size() == 1) {
            return Optional.of(completions.firstKey());
        }
        return known.stream()
                .filter(name -> edits(written, name) <= Math.max(1, Math.max(name.length(), written.length()) / 3))
                .min(Comparator.comparingInt((String name) -> edits(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance: the fewest insertions, deletions and replacements of a letter. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
