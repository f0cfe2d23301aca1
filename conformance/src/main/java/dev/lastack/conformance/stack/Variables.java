package dev.lastack.conformance.stack;

/** The sequence variables of a connection, RFC 9293 §3.3.1; one that means nothing in the present state is 0. */
public record Variables(long sndUna, long sndNxt, long rcvNxt) {}
