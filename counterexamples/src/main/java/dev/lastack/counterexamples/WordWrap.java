package dev.lastack.counterexamples;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words. */
public final class WordWrap {

    private WordWrap() {}

    /**
     * The lines of {@code words}, without line ends. A word that does not fit a line on its own is left whole.
     *
     * @param first what the first line begins with, including any space before its first word
     * @param next what every other line begins with
     * @param width the most columns of a line, its beginning included
     */
    public static List<String> lines(String words, String first, String next, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : Splitter.on(' ').split(words)) {
            if (!fresh && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
