package dev.lastack.conformance.packetdrill.script;

/**
 * One token.
 *
 * @param text what the token means: without quotes, backticks or dashes, escapes left alone
 */
record Token(Kind kind, String text, Position position) {

    enum Kind {
        WORD("a word"),
        INTEGER("an integer"),
        DECIMAL("a decimal number"),
        STRING("a string"),
        SHELL("a shell command"),
        CODE("a code block"),
        OPTION("an option"),
        ELLIPSIS("'...'"),
        SYMBOL("a symbol"),
        END("the end of the script");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** The token as an error message shows it. */
    String shown() {
        return switch (kind) {
            case END, ELLIPSIS -> kind.toString();
            case SHELL, CODE -> kind.toString();
            case OPTION -> "'--" + text + "'";
            case STRING -> "\"" + text + "\"";
            case WORD, INTEGER, DECIMAL, SYMBOL -> "'" + text + "'";
        };
    }
}
