package dev.lastack.counterexamples.story;

import java.util.Locale;

/** How the incarnation of an arriving segment stands to that of the connection that it meets. */
public enum Era {
    /** Of an earlier incarnation: a delayed segment. */
    OLD(" OLD"),
    /** Of the same incarnation. */
    SAME(""),
    /** Of a later incarnation: for example a SYN that meets the TIME-WAIT of the connection before. */
    NEW(" NEW");

    private final String mark;

    Era(String mark) {
        this.mark = mark;
    }

    static Era of(int arriving, int here) {
        return arriving == here ? SAME : arriving < here ? OLD : NEW;
    }

    /** What a drawing adds to the segment's label; begins with a blank, or is empty. */
    public String mark() {
        return mark;
    }

    /** The word for it. */
    public String word() {
        return mark.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the segment is of another incarnation, which drawings show by a dashed arrow. */
    public boolean isOther() {
        return this != SAME;
    }
}
