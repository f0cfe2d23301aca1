package dev.lastack.conformance.packetdrill.script;

/** One line of a script's story. */
public record ScriptEvent(EventTime time, ScriptAction action, Position position) {}
