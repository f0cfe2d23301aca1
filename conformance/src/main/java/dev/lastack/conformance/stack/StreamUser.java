package dev.lastack.conformance.stack;

import dev.lastack.endpoint.Reaction;
import dev.lastack.tcp.UserSignal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A user who sends a stream, shuts down, and reads to the end what the other user sends. */
final class StreamUser {

    private static final int MOST_AT_ONCE = 40;

    private final String name;
    private final StackUnderTest stack;
    private final byte[] stream;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int sent;
    private boolean open;
    private boolean shutDown;
    private boolean endSeen;
    private boolean gaveUp;

    StreamUser(String name, StackUnderTest stack, byte[] stream) {
        this.name = name;
        this.stack = stack;
        this.stream = stream;
    }

    StackUnderTest stack() {
        return stack;
    }

    /** Sends a little, or shuts down after the last octet; and reads a little. */
    List<Reaction> act(Random random, long now) {
        List<Reaction> reactions = new ArrayList<>();
        if (open && sent < stream.length) {
            int portion = Math.min(1 + random.nextInt(MOST_AT_ONCE), stream.length - sent);
            Reaction reaction = stack.send(Arrays.copyOfRange(stream, sent, sent + portion), now);
            sent += reaction.accepted();
            reactions.add(reaction);
        } else if (open && !shutDown) {
            shutDown = true;
            reactions.add(stack.shutdown(now));
        }
        if (random.nextBoolean()) {
            Reaction reaction = stack.receive(1 + random.nextInt(MOST_AT_ONCE), now);
            received.writeBytes(reaction.received());
            reactions.add(reaction);
        }
        endSeen |= stack.endOfStream();
        return reactions;
    }

    void told(Reaction reaction) {
        open |= reaction.signals().contains(UserSignal.OPENED);
        gaveUp |= reaction.signals().contains(UserSignal.ABORTED);
    }

    /** Nothing is left to do: everything was sent and acknowledged or the stack gave up, and everything was read. */
    boolean finished() {
        return gaveUp || (shutDown && endSeen && stack.deadline().isEmpty());
    }

    /** What was received is not what {@code other} sent. */
    Optional<String> fault(StreamUser other) {
        byte[] octets = received.toByteArray();
        if (octets.length > other.sent || !Arrays.equals(octets, Arrays.copyOf(other.stream, octets.length))) {
            return Optional.of(name + " received octets that " + other.name + " did not send at that place");
        }
        if (endSeen && !gaveUp && octets.length < other.stream.length) {
            return Optional.of(name + " saw the end of the stream after " + octets.length + " of " + other.stream.length
                    + " octets");
        }
        return Optional.empty();
    }

    /** Not everything that {@code other} sent has come, although nobody gave up. */
    Optional<String> incomplete(StreamUser other) {
        boolean complete = endSeen && received.size() == other.stream.length;
        return complete || gaveUp || other.gaveUp
                ? Optional.empty()
                : Optional.of(name + " has " + received.size() + " of " + other.stream.length + " octets at the end");
    }
}
