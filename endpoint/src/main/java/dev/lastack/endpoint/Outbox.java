package dev.lastack.endpoint;

import dev.lastack.tcp.UserSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what one event makes the endpoint do. */
final class Outbox {

    private static final byte[] NO_OCTETS = {};

    private final List<byte[]> segments = new ArrayList<>();
    private final List<UserSignal> signals = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();
    private Optional<UserError> error = Optional.empty();
    private int accepted;
    private byte[] received = NO_OCTETS;

    void segment(byte[] octets) {
        segments.add(octets);
    }

    void signal(UserSignal signal) {
        signals.add(signal);
    }

    void refuse(UserError reason) {
        error = Optional.of(reason);
    }

    void accepted(int octets) {
        accepted = octets;
    }

    void received(byte[] octets) {
        received = octets;
    }

    /** Notes the rule that decided, with its citation. */
    void decided(String rule) {
        decided.add(rule);
    }

    /** Hands everything over and starts afresh. */
    Reaction flush() {
        Reaction reaction = new Reaction(
                List.copyOf(segments), List.copyOf(signals), error, accepted, received, List.copyOf(decided));
        segments.clear();
        signals.clear();
        decided.clear();
        error = Optional.empty();
        accepted = 0;
        received = NO_OCTETS;
        return reaction;
    }
}
