package dev.lastack.properties.packetdrill;

import dev.lastack.properties.packetdrill.ScriptResult.Status;
import java.util.List;

/**
 * The results of a suite, in the order in which the scripts were run.
 */
public record SuiteResult(List<ScriptResult> scripts) {

    public long count(Status status) {
        return scripts.stream().filter(script -> script.status() == status).count();
    }

    /** Whether every script was run to its end and met. */
    public boolean allPassed() {
        return !scripts.isEmpty() && count(Status.PASSED) == scripts.size();
    }

    /** A line for each script, the ladder under each failure, and the sum. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (ScriptResult script : scripts) {
            text.append(String.format("%-11s  %s%n", script.status(), script.file()));
            script.message()
                    .lines()
                    .forEach(line -> text.append("  ").append(line).append('\n'));
            text.append(script.ladder());
            if (!script.unmet().isEmpty()) {
                text.append("  sent, but not in the script: ")
                        .append(String.join("; ", script.unmet()))
                        .append('\n');
            }
        }
        return text.append(summary()).append('\n').toString();
    }

    private String summary() {
        return String.format(
                "%d scripts: %d passed, %d failed, %d unsupported, %d with errors",
                scripts.size(),
                count(Status.PASSED),
                count(Status.FAILED),
                count(Status.UNSUPPORTED),
                count(Status.ERROR));
    }
}
