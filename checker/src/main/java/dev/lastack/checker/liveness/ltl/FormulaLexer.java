package dev.lastack.checker.liveness.ltl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a formula into words and operators. */
final class FormulaLexer {

    /** One word or operator; {@code column} counts characters from 1 on. The end of the text is an empty one. */
    record Token(String text, int column) {
        boolean isWord() {
            return !text.isEmpty() && (Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '_');
        }
    }

    // A hyphen belongs to a word only before a letter or digit, so that "p->q" is an implication.
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([A-Za-z0-9_](?:[A-Za-z0-9_.]|-(?=[A-Za-z0-9]))*)"
            + "|(<->|<=>|->|=>|~>|\\[\\]|<>|&&|\\|\\||/\\\\|\\\\/|==|!=|<=|>=|[!~()<>&|]))");

    private FormulaLexer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            int group = matcher.group(1) != null ? 1 : 2;
            tokens.add(new Token(matcher.group(group), matcher.start(group) + 1));
            end = matcher.end();
        }
        String rest = text.substring(end).stripLeading();
        if (!rest.isEmpty()) {
            int column = text.length() - rest.length() + 1;
            String found = new String(Character.toChars(rest.codePointAt(0)));
            throw new FormulaSyntaxException(
                    column,
                    "'" + found + "' is no part of a formula" + (found.equals("=") ? "; equality is written ==" : ""));
        }
        tokens.add(new Token("", text.length() + 1));
        return tokens;
    }
}
