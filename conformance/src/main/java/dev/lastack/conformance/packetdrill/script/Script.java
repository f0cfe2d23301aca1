package dev.lastack.conformance.packetdrill.script;

import java.util.List;
import java.util.Optional;

/**
 * A script, parsed.
 *
 * @param unsupported the parts of the language that no run can honour, in the order of the file
 */
public record Script(List<Option> options, List<ScriptEvent> events, List<Unsupported> unsupported) {

    /** {@code --name=value}; the value is empty where none is given. */
    public record Option(String name, String value, Position position) {}

    /** A part that is in the language but not run here. */
    public record Unsupported(Position position, String what) {}

    /** Reads a script; says line and column of what is not in the language. */
    public static Script parse(String text) throws ScriptSyntaxException {
        return parse(text, Definitions.of(List.of()));
    }

    /** Reads a script in which some words are defined already. */
    public static Script parse(String text, Definitions definitions) throws ScriptSyntaxException {
        return new ScriptParser(Lexer.tokens(text, definitions)).script();
    }

    /** The value of the last option of this name. */
    public Optional<String> option(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .reduce((first, last) -> last)
                .map(Option::value);
    }
}
