package dev.lastack.properties.packetdrill;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt of a system call.
 *
 * @param value what it returned; meaningless while it blocks or with an error
 * @param wake when a call that blocks wants to be tried again even though nothing happened
 * @param remark how an output argument differs from what the script expects; empty if none does
 */
record Outcome(Kind kind, long value, @Nullable Errno error, OptionalLong wake, String remark) {

    enum Kind {
        RETURNED,
        FAILED,
        BLOCKED
    }

    static Outcome returned(long value) {
        return new Outcome(Kind.RETURNED, value, null, OptionalLong.empty(), "");
    }

    static Outcome failed(Errno error) {
        return new Outcome(Kind.FAILED, -1, error, OptionalLong.empty(), "");
    }

    static Outcome blocked() {
        return new Outcome(Kind.BLOCKED, 0, null, OptionalLong.empty(), "");
    }

    static Outcome blockedUntil(long instant) {
        return new Outcome(Kind.BLOCKED, 0, null, OptionalLong.of(instant), "");
    }

    /** The same, with a remark on an output argument. */
    Outcome but(String difference) {
        return new Outcome(kind, value, error, wake, difference);
    }

    boolean isBlocked() {
        return kind == Kind.BLOCKED;
    }

    /** As a script writes a result. */
    String shown() {
        return switch (kind) {
            case RETURNED -> Long.toString(value);
            case FAILED -> "-1 " + error;
            case BLOCKED -> "blocked";
        };
    }
}
