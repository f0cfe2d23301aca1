package dev.lastack.capture.report;

import dev.lastack.capture.connection.LoggedSegment;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.Shown;
import java.util.Locale;

/**
 * The segments around a finding between two lifelines, 100 columns wide.
 *
 * <pre>
 *    +1.000123   #17 ✗ ├─────────── [1] FIN,ACK seq=1 ack=9 ──────────▶│
 * </pre>
 */
final class LadderText {

    private static final int WIDTH = 58;

    private LadderText() {}

    /** Times are seconds since {@code start}, nanoseconds since 1970. */
    static String of(Finding finding, long start) {
        StringBuilder ladder = new StringBuilder();
        ladder.append(String.format(Locale.ROOT, "%30s │%s│ B%n", "A", " ".repeat(WIDTH)));
        for (Shown shown : finding.segments()) {
            LoggedSegment segment = shown.segment();
            String label = " [%d] %s%s ".formatted(shown.incarnation(), header(shown), text(segment));
            String mark = segment.number() == finding.packet() ? "✗" : " ";
            ladder.append(String.format(
                    Locale.ROOT,
                    "%15s %11s %s %s%n",
                    String.format(Locale.ROOT, "+%.6f", (segment.time() - start) / 1e9),
                    "#" + segment.number(),
                    mark,
                    arrow(label, shown.from())));
        }
        return ladder.toString();
    }

    private static String header(Shown shown) {
        LoggedSegment segment = shown.segment();
        String ack = segment.controls().contains("ACK") ? " ack=" + shown.ack() : "";
        return segment.controls() + " seq=" + shown.seq() + ack;
    }

    private static String text(LoggedSegment segment) {
        return segment.text() > 0 ? " (" + segment.text() + ")" : "";
    }

    private static String arrow(String label, Side from) {
        int strokes = Math.max(2, WIDTH - 1 - label.length());
        String left = "─".repeat(strokes / 2);
        String right = "─".repeat(strokes - strokes / 2);
        return from == Side.A ? "├" + left + label + right + "▶│" : "│◀" + left + label + right + "┤";
    }
}
