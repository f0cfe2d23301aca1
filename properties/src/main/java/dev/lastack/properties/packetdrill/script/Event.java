package dev.lastack.properties.packetdrill.script;

/** One line of a script's story. */
public record Event(EventTime time, Action action, Position position) {}
