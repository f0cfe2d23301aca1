package dev.lastack.conformance.packetdrill.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in a run, in order: the script's side on the left, the stack's segments on the right. */
public final class ScriptLadder {

    private static final int SCRIPT_WIDTH = 58;
    private static final double MICROSECONDS = 1e6;

    private final List<Rung> rungs = new ArrayList<>();

    /** Segments are put into words late: their numbers may become known only after they were sent. */
    private record Rung(long time, String script, Supplier<String> stack) {}

    /** A system call, or a packet that the script injects. */
    public void script(long time, String event) {
        rungs.add(new Rung(time, event, () -> ""));
    }

    void sent(Sent segment) {
        rungs.add(new Rung(segment.time(), "", segment::shown));
    }

    /** The rows, then what was expected next to what came. */
    public String render(String expected, String got) {
        StringBuilder text = new StringBuilder();
        line(text, "time", "script", "stack");
        for (Rung rung : rungs) {
            line(text, seconds(rung.time()), rung.script(), rung.stack().get());
        }
        text.append("  expected  ").append(expected).append('\n');
        text.append("  got       ").append(got).append('\n');
        return text.toString();
    }

    /** An instant in seconds. */
    public static String seconds(long micros) {
        return String.format(java.util.Locale.ROOT, "%.6f", micros / MICROSECONDS);
    }

    private static void line(StringBuilder text, String time, String script, String stack) {
        String row = String.format("%14s  %-" + SCRIPT_WIDTH + "s  %s", time, script, stack);
        text.append(row.stripTrailing()).append('\n');
    }
}
