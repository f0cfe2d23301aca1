package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.ScriptResult.Status;
import java.util.List;
import java.util.stream.Collectors;

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

    /**
     * The results for a reader: where and why under each script that did not pass, with its ladder, one note on the kernel
     * variables that change nothing here, and the sum.
     *
     * @param all name the scripts that passed as well
     */
    public String text(boolean all) {
        StringBuilder text = new StringBuilder();
        for (ScriptResult script : scripts) {
            if (all || script.status() != Status.PASSED) {
                describe(script, text);
            }
        }
        String ignored = scripts.stream()
                .flatMap(script -> script.ignored().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!ignored.isEmpty()) {
            text.append("sysctls that change nothing here: ").append(ignored).append('\n');
        }
        return text.append(summary()).append('\n').toString();
    }

    private static void describe(ScriptResult script, StringBuilder text) {
        text.append(String.format("%-11s  %s%n", script.status(), script.file()));
        script.message().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append(script.ladder());
        if (!script.unmet().isEmpty()) {
            text.append("  sent, but not in the script: ")
                    .append(String.join("; ", script.unmet()))
                    .append('\n');
        }
    }

    private String summary() {
        return String.format(
                "%d %s: %d passed, %d failed, %d unsupported, %d with errors",
                scripts.size(),
                scripts.size() == 1 ? "script" : "scripts",
                count(Status.PASSED),
                count(Status.FAILED),
                count(Status.UNSUPPORTED),
                count(Status.ERROR));
    }
}
