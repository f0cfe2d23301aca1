package dev.lastack.conformance.packetdrill.call;

import dev.lastack.conformance.packetdrill.network.Errno;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt of a system call.
 *
 * @param value what it returned; meaningless while it blocks or with an error
 * @param wake when a call that blocks wants to be tried again even though nothing happened
 * @param remark how an output argument differs from what the script expects; empty if none does
 */
public record CallOutcome(Kind kind, long value, @Nullable Errno error, OptionalLong wake, String remark) {

    enum Kind {
        RETURNED,
        FAILED,
        BLOCKED
    }

    static CallOutcome returned(long value) {
        return new CallOutcome(Kind.RETURNED, value, null, OptionalLong.empty(), "");
    }

    static CallOutcome failed(Errno error) {
        return new CallOutcome(Kind.FAILED, -1, error, OptionalLong.empty(), "");
    }

    static CallOutcome blocked() {
        return new CallOutcome(Kind.BLOCKED, 0, null, OptionalLong.empty(), "");
    }

    static CallOutcome blockedUntil(long instant) {
        return new CallOutcome(Kind.BLOCKED, 0, null, OptionalLong.of(instant), "");
    }

    /** The same, with a remark on an output argument. */
    CallOutcome but(String difference) {
        return new CallOutcome(kind, value, error, wake, difference);
    }

    public boolean isBlocked() {
        return kind == Kind.BLOCKED;
    }

    /** As a script writes a result. */
    public String shown() {
        return switch (kind) {
            case RETURNED -> Long.toString(value);
            case FAILED -> "-1 " + error;
            case BLOCKED -> "blocked";
        };
    }
}
