package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.packetdrill.script.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stack did something else than the script expects; both in words. */
public final class Mismatch extends Exception {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String got;
    private final transient @Nullable Position position;

    /** A mismatch at the event that is being run. */
    public Mismatch(String expected, String got) {
        this(expected, got, null);
    }

    /** A mismatch at an earlier event. */
    public Mismatch(String expected, String got, @Nullable Position position) {
        super("expected " + expected + ", got " + got);
        this.expected = expected;
        this.got = got;
        this.position = position;
    }

    public String expected() {
        return expected;
    }

    public String got() {
        return got;
    }

    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }
}
