package dev.lastack.cli.terminal;

import dev.lastack.scenario.Expectation.Outcome;

/** What the process tells its caller, in order of precedence: the gravest of a run is its exit code. */
public enum ExitCode {
    /** Every claim holds, or every verdict is the expected one. */
    OK(0),
    /** A verdict is inconclusive, or vacuous where the scenario does not state that it is, or under {@code --strict} a bound was reached. */
    INCONCLUSIVE(3),
    /** A claim is violated, or a verdict is not the expected one. */
    VIOLATED(1),
    /** The command line or a file is wrong. */
    BAD_INPUT(2),
    /** lastack itself is wrong. */
    INTERNAL(4),
    /** SIGINT; 128 + 2 as shells have it. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The exit code for a verdict where none was expected. */
    public static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> OK;
            case VIOLATED -> VIOLATED;
            case VACUOUS, INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
