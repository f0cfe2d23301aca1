package dev.lastack.conformance.packetdrill.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script into tokens. Comments are {@code //}, {@code /* *}{@code /} and {@code #}. The value of an option
 * ({@code --local_ip=fd3d::1}) belongs to the option's token, so that no address has to be told from a sequence range.
 */
final class Lexer {

    private static final String DEFINE = "define=";

    private final String script;
    private final Definitions definitions;
    private final Directives directives;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String script, Definitions definitions) {
        this.script = script;
        this.definitions = definitions;
        directives = new Directives(definitions);
    }

    /** The tokens of {@code script}, with the words that are defined replaced, ending with one of kind END. */
    static List<Token> tokens(String script, Definitions definitions) throws ScriptSyntaxException {
        Lexer lexer = new Lexer(script, definitions.copy());
        while (lexer.skipBlanksAndComments()) {
            lexer.next();
        }
        lexer.directives.end();
        lexer.tokens.add(new Token(Token.Kind.END, "", lexer.here()));
        return lexer.tokens;
    }

    private void next() throws ScriptSyntaxException {
        char first = peek(0);
        if (isWordCharacter(first) || startsNumber()) {
            if (!number()) {
                word();
            }
        } else if (first == '"') {
            quoted(Token.Kind.STRING, '"');
        } else if (first == '`') {
            quoted(Token.Kind.SHELL, '`');
        } else if (first == '%' && peek(1) == '{') {
            code();
        } else if (first == '-' && peek(1) == '-' && isWordCharacter(peek(2))) {
            option();
        } else if (script.startsWith("...", at)) {
            add(Token.Kind.ELLIPSIS, at, at + 3);
        } else {
            add(Token.Kind.SYMBOL, at, at + 1);
        }
    }

    private boolean skipBlanksAndComments() throws ScriptSyntaxException {
        while (at < script.length()) {
            char c = peek(0);
            if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (c == '#' && directive()) {
                skipInactiveLines();
            } else if (c == '#' || (c == '/' && peek(1) == '/')) {
                at = endOfLine();
            } else if (c == '/' && peek(1) == '*') {
                int end = script.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new ScriptSyntaxException(here(), "this comment has no end");
                }
                moveTo(end + 2);
            } else {
                return true;
            }
        }
        return false;
    }

    /** Obeys the line that begins here, if it is a directive and nothing stands before it. */
    private boolean directive() throws ScriptSyntaxException {
        boolean first = script.substring(lineStart, at).isBlank();
        return first && directives.obey(script.substring(at, endOfLine()), here());
    }

    /** Passes over the line of a directive, and over the lines that its condition leaves out. */
    private void skipInactiveLines() throws ScriptSyntaxException {
        at = endOfLine();
        while (!directives.active() && at < script.length()) {
            moveTo(at + 1);
            while (at < script.length() && peek(0) != '\n' && Character.isWhitespace(peek(0))) {
                at++;
            }
            if (peek(0) == '#') {
                directives.obey(script.substring(at, endOfLine()), here());
            }
            at = endOfLine();
        }
    }

    private int endOfLine() {
        int end = script.indexOf('\n', at);
        return end < 0 ? script.length() : end;
    }

    private boolean startsNumber() {
        char first = peek(0);
        return (first == '-' && (isDigit(peek(1)) || (peek(1) == '.' && isDigit(peek(2)))))
                || (first == '.' && isDigit(peek(1)));
    }

    /** Reads a number unless what starts like one is a word such as {@code 3com}. */
    private boolean number() {
        int end = peek(0) == '-' ? at + 1 : at;
        if (script.startsWith("0x", end) && isHexDigit(charAt(end + 2))) {
            end += 2;
            while (isHexDigit(charAt(end))) {
                end++;
            }
            add(Token.Kind.INTEGER, at, end);
            return true;
        }
        while (isDigit(charAt(end))) {
            end++;
        }
        if (charAt(end) == '.' && isDigit(charAt(end + 1))) {
            end++;
            while (isDigit(charAt(end))) {
                end++;
            }
            add(Token.Kind.DECIMAL, at, end);
            return true;
        }
        if (end == at || isWordCharacter(charAt(end))) {
            return false;
        }
        add(Token.Kind.INTEGER, at, end);
        return true;
    }

    private void word() {
        int end = peek(0) == '-' ? at + 1 : at;
        while (isWordCharacter(charAt(end))) {
            end++;
        }
        Token meaning = definitions.meaning(script.substring(at, end));
        tokens.add(
                meaning == null
                        ? new Token(Token.Kind.WORD, script.substring(at, end), here())
                        : new Token(meaning.kind(), meaning.text(), here()));
        at = end;
    }

    private void quoted(Token.Kind kind, char quote) throws ScriptSyntaxException {
        Position start = here();
        int end = at + 1;
        while (end < script.length() && script.charAt(end) != quote) {
            end += script.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= script.length()) {
            throw new ScriptSyntaxException(start, "this " + quote + " is never closed");
        }
        tokens.add(new Token(kind, script.substring(at + 1, end), start));
        moveTo(end + 1);
    }

    private void code() throws ScriptSyntaxException {
        Position start = here();
        int end = script.indexOf("}%", at + 2);
        if (end < 0) {
            throw new ScriptSyntaxException(start, "this %{ has no }%");
        }
        tokens.add(new Token(Token.Kind.CODE, script.substring(at + 2, end).strip(), start));
        moveTo(end + 2);
    }

    /** An option is its name and, up to the next blank outside quotes, its value: {@code name=value}. */
    private void option() throws ScriptSyntaxException {
        Position start = here();
        int end = at + 2;
        while (end < script.length() && !Character.isWhitespace(script.charAt(end))) {
            char c = script.charAt(end);
            if (c == '"' || c == '`') {
                end = script.indexOf(c, end + 1);
                if (end < 0) {
                    throw new ScriptSyntaxException(start, "the value of this option has a " + c + " never closed");
                }
            }
            end++;
        }
        String option = script.substring(at + 2, end);
        if (option.startsWith(DEFINE)) {
            define(option.substring(DEFINE.length()), start);
        }
        tokens.add(new Token(Token.Kind.OPTION, option, start));
        moveTo(end);
    }

    /** {@code --define=NAME=value}: from here on the word NAME stands for the value. */
    private void define(String definition, Position place) throws ScriptSyntaxException {
        int equals = definition.indexOf('=');
        try {
            definitions.define(
                    equals < 0 ? definition : definition.substring(0, equals),
                    equals < 0 ? "" : definition.substring(equals + 1));
        } catch (IllegalArgumentException unfit) {
            throw new ScriptSyntaxException(place, "--define: " + unfit.getMessage());
        }
    }

    private void add(Token.Kind kind, int from, int to) {
        tokens.add(new Token(kind, script.substring(from, to), here()));
        at = to;
    }

    private void moveTo(int target) {
        for (; at < target; at++) {
            if (script.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private Position here() {
        return new Position(line, at - lineStart + 1);
    }

    private char peek(int ahead) {
        return charAt(at + ahead);
    }

    /** NUL stands for the end of the script; in a script it is a symbol like any other. */
    private char charAt(int index) {
        return index < script.length() ? script.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isWordCharacter(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
