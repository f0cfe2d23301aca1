package dev.lastack.conformance.packetdrill.script;

/** A place in a script, both counted from 1. */
public record Position(int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
