package dev.lastack.properties.packetdrill.script;

/** A script that is not in the language; says where and what was expected. */
public final class ScriptSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    ScriptSyntaxException(Position position, String message) {
        super(message);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
