package dev.lastack.counterexamples.render.ladder;

import java.util.Map;

/** Replaces the characters of a ladder by such as every terminal has, one for one. */
final class Ascii {

    private static final Map<Character, Character> LOOKALIKE = Map.ofEntries(
            Map.entry('│', '|'),
            Map.entry('┊', ':'),
            Map.entry('┃', '|'),
            Map.entry('├', '|'),
            Map.entry('┤', '|'),
            Map.entry('┼', '+'),
            Map.entry('─', '-'),
            Map.entry('╌', '~'),
            Map.entry('┄', '.'),
            Map.entry('━', '='),
            Map.entry('┏', '+'),
            Map.entry('┗', '+'),
            Map.entry('▶', '>'),
            Map.entry('◀', '<'),
            Map.entry('▷', '>'),
            Map.entry('◁', '<'),
            Map.entry('✗', 'x'),
            Map.entry('✓', '+'),
            Map.entry('·', '-'),
            Map.entry('–', '-'),
            Map.entry('—', '-'),
            Map.entry('−', '-'),
            Map.entry('§', 'S'),
            Map.entry('“', '"'),
            Map.entry('”', '"'),
            Map.entry('‘', '\''),
            Map.entry('’', '\''),
            Map.entry('…', '.'));

    private Ascii() {}

    /** {@code text} in 7-bit characters; one that resembles none becomes a question mark. */
    static String of(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            ascii.append(
                    letter < 128 ? letter : LOOKALIKE.getOrDefault(letter, '?').charValue());
        }
        return ascii.toString();
    }
}
