package dev.lastack.conformance.packetdrill;

import java.util.List;

/**
 * What became of one script.
 *
 * @param file the script as the user named it
 * @param message where and why it did not pass, {@code file:line:column: …}; empty for a pass
 * @param ladder what happened up to a failure, ending with what was expected next to what came; empty otherwise
 * @param unmet segments that the stack sent and no event of a passed script met, as a script would write them
 * @param ignored kernel variables that the script sets and that change nothing here
 */
public record ScriptResult(
        String file, Status status, String message, String ladder, List<String> unmet, List<String> ignored) {

    /** The four ends of a script. */
    public enum Status {
        PASSED("passed"),
        FAILED("failed"),
        UNSUPPORTED("unsupported"),
        ERROR("error");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static ScriptResult passed(String file, List<String> unmet) {
        return new ScriptResult(file, Status.PASSED, "", "", unmet, List.of());
    }

    static ScriptResult failed(String file, String message, String ladder) {
        return new ScriptResult(file, Status.FAILED, message, ladder, List.of(), List.of());
    }

    static ScriptResult unsupported(String file, String message) {
        return new ScriptResult(file, Status.UNSUPPORTED, message, "", List.of(), List.of());
    }

    static ScriptResult error(String file, String message) {
        return new ScriptResult(file, Status.ERROR, message, "", List.of(), List.of());
    }

    ScriptResult ignoring(List<String> variables) {
        return new ScriptResult(file, status, message, ladder, unmet, variables);
    }
}
