package dev.lastack.conformance.packetdrill.script;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that stand for another token: {@code --define NAME=value} and {@code #define NAME value}. */
public final class Definitions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** The value of a name without one, as the C compiler's {@code -D} gives it. */
    private static final String FLAG = "1";

    private final Map<String, Token> meanings;

    private Definitions(Map<String, Token> meanings) {
        this.meanings = meanings;
    }

    /**
     * The definitions of a command line.
     *
     * @param definitions each a {@code NAME=value}, or a {@code NAME}, which is then 1
     * @throws IllegalArgumentException if one is neither; its message says which and why
     */
    public static Definitions of(Collection<String> definitions) {
        Definitions all = new Definitions(new HashMap<>());
        for (String definition : definitions) {
            int equals = definition.indexOf('=');
            all.define(
                    equals < 0 ? definition : definition.substring(0, equals),
                    equals < 0 ? FLAG : definition.substring(equals + 1));
        }
        return all;
    }

    /** A copy for one script, which may define more. */
    Definitions copy() {
        return new Definitions(new HashMap<>(meanings));
    }

    /** From now on {@code name} stands for {@code value}, which is 1 if it is empty. */
    void define(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name (letters, digits and _) to define");
        }
        meanings.put(name, token(name, value.isBlank() ? FLAG : value));
    }

    private static Token token(String name, String value) {
        try {
            List<Token> tokens = Lexer.tokens(value, of(List.of()));
            if (tokens.size() == 2) {
                return tokens.get(0);
            }
        } catch (ScriptSyntaxException noToken) {
            throw new IllegalArgumentException("the value of '" + name + "': " + noToken.what(), noToken);
        }
        throw new IllegalArgumentException(
                "the value of '" + name + "' is '" + value + "', must be one word, number or string");
    }

    void undefine(String name) {
        meanings.remove(name);
    }

    boolean has(String name) {
        return meanings.containsKey(name);
    }

    /** What a word stands for, null if for itself. */
    @Nullable
    Token meaning(String word) {
        return meanings.get(word);
    }
}
