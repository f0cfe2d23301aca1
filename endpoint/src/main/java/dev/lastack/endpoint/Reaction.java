package dev.lastack.endpoint;

import dev.lastack.tcp.UserSignal;
import java.util.List;
import java.util.Optional;

/**
 * What one event made a TCP endpoint do.
 *
 * @param segments sent, in order: TCP header with checksum, then payload
 * @param signals told to the user, in order
 * @param error why a user call was refused; empty if it was accepted, and for every other event
 * @param accepted octets that SEND queued
 * @param received octets that RECEIVE delivered
 * @param decided the rules that decided, in order, each with its citation; a stack that cannot tell leaves it empty
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reaction(
        List<byte[]> segments,
        List<UserSignal> signals,
        Optional<UserError> error,
        int accepted,
        byte[] received,
        List<String> decided) {

    private static final byte[] NO_OCTETS = {};

    /** Nothing sent, nobody told. */
    public static Reaction none() {
        return sent(List.of());
    }

    /** Only segments: all that a stack whose state cannot be observed has to report. */
    public static Reaction sent(List<byte[]> segments) {
        return new Reaction(segments, List.of(), Optional.empty(), 0, NO_OCTETS, List.of());
    }
}
