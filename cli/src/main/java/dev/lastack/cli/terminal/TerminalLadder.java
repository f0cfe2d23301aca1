package dev.lastack.cli.terminal;

import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.render.ladder.LadderForm;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * The ladder as it fits where it is printed: on a terminal as wide as that, and in ASCII where its locale has no UTF-8;
 * elsewhere as in files and reports.
 */
public final class TerminalLadder {

    private TerminalLadder() {}

    /** A ladder for the results of {@code terminal}. */
    public static Ladder of(Terminal terminal, boolean coloured) {
        return new Ladder(form(terminal, coloured));
    }

    /** The form of {@link #of}. */
    public static LadderForm form(Terminal terminal, boolean coloured) {
        if (!terminal.outIsTty()) {
            return LadderForm.usual(coloured);
        }
        // Shells keep COLUMNS to themselves; then only the launcher can tell.
        Optional<String> columns = Optional.ofNullable(System.getenv("COLUMNS"))
                .or(() -> Optional.ofNullable(System.getProperty("lastack.columns")));
        return new LadderForm(width(columns), coloured, !isUtf8(System.getProperty("native.encoding", "")));
    }

    /** The width of a ladder on a terminal of so many columns, the usual one if they are not known. */
    static int width(Optional<String> columns) {
        return columns.map(String::strip)
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt)
                .map(number -> Math.max(LadderForm.LEAST_WIDTH, Math.min(LadderForm.GREATEST_WIDTH, number)))
                .orElse(LadderForm.USUAL_WIDTH);
    }

    /** Whether text of this charset is UTF-8; of an unknown one it is not. */
    static boolean isUtf8(String charset) {
        try {
            return Charset.forName(charset).equals(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }
}
