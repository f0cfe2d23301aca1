package dev.lastack.capture.report;

import dev.lastack.capture.conformance.Fit;
import dev.lastack.capture.conformance.StackIdentification.EndFits;
import dev.lastack.capture.connection.Journey;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.TcpStateSet;
import dev.lastack.capture.findings.DurationText;
import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.FindingKind;
import dev.lastack.capture.findings.TimeWaits;
import dev.lastack.capture.packet.FrameContent;
import dev.lastack.counterexamples.render.ladder.RecordingLadder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for people. */
public final class CaptureText {

    private final CaptureReport report;
    private final int shown;
    private final StringBuilder out = new StringBuilder();

    /**
     * A report.
     *
     * @param shown how many connections and how many findings are printed
     */
    public CaptureText(CaptureReport report, int shown) {
        this.report = report;
        this.shown = shown;
    }

    public String text() {
        counts();
        connections();
        findings();
        report.fits().forEach(this::fits);
        return out.toString();
    }

    private void counts() {
        line(
                "%,d TCP segments in %,d connection%s, %s from %s",
                report.packets().getOrDefault(FrameContent.SEGMENT, 0L) - report.copies(),
                report.connections(),
                report.connections() == 1 ? "" : "s",
                DurationText.text(report.end() - report.start()),
                Instant.ofEpochSecond(0, report.start()));
        report.packets().entrySet().stream()
                .filter(entry -> entry.getKey() != FrameContent.SEGMENT && entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        line("  %,d %s", entry.getValue(), entry.getKey().words()));
        if (report.copies() > 0) {
            line("  %,d packets recorded more than once", report.copies());
        }
        if (report.evicted() > 0) {
            line(
                    "  %,d connections forgotten before they were over; give more memory with --max-memory",
                    report.evicted());
        }
        report.warnings().forEach(warning -> line("  warning: %s", warning));
    }

    private void connections() {
        report.summaries().stream().limit(shown).forEach(this::connection);
        if (report.connections() > shown) {
            line(
                    "%n… and %,d connections more; --filter chooses, --format json has more",
                    report.connections() - shown);
        }
    }

    private void connection(ConnectionSummary connection) {
        line(
                "%n%s → %s%s: %s",
                connection.a(),
                connection.b(),
                connection.incarnation() > 1 ? " [" + connection.incarnation() + "]" : "",
                connection.closing());
        line("  A  %s", journey(connection.journeyOfA()));
        line("  B  %s", journey(connection.journeyOfB()));
        connection.timeWaits().forEach(this::timeWait);
        line(
                "  %,d segments from %s to %s; capture taken %s%s",
                connection.segments(),
                at(connection.firstTime()),
                at(connection.lastTime()),
                connection.tap(),
                connection.openingSeen() ? "" : "; it was open before the capture");
    }

    private static String journey(List<Journey.Stop> stops) {
        StringBuilder text = new StringBuilder();
        for (Journey.Stop stop : stops) {
            String states = stop.states() == TcpStateSet.SYNCHRONISED
                    ? "any synchronised state"
                    : TcpStateSet.text(stop.states());
            text.append(text.isEmpty() ? "" : " → ").append(states);
        }
        return text.toString();
    }

    private void timeWait(TimeWaits.Interval interval) {
        line(
                "  TIME-WAIT: %s%s, entered between %s and %s, over between %s and %s",
                interval.side() == Side.A ? "A" : "B",
                interval.certain() ? "" : " (or CLOSING)",
                at(interval.earliestEntry()),
                at(interval.latestEntry()),
                at(interval.earliestEnd()),
                at(interval.latestEnd()));
    }

    private void findings() {
        report.inOrder(shown).forEach(this::finding);
        line("");
        if (report.counts().isEmpty()) {
            line("Nothing was found.");
        }
        report.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> count(entry.getKey(), entry.getValue()));
    }

    private void count(FindingKind situation, long count) {
        line(
                "%s %,6d × %s: %s (%s)",
                situation.violation() ? "✗" : "·", count, situation.id(), situation.words(), situation.claim());
    }

    private void finding(Finding finding) {
        line(
                "%n%s %s, %s: %s",
                finding.situation().violation() ? "✗" : "·",
                finding.situation().id(),
                finding.certainty(),
                finding.sentence());
        line(
                "  %s → %s [%d], packet %d at %s; %s %s; %s",
                finding.a(),
                finding.b(),
                finding.incarnation(),
                finding.packet(),
                at(finding.time()),
                finding.situation().violation() ? "breaks" : "see",
                finding.situation().claim(),
                finding.situation().citation());
        out.append(RecordingLadder.rows(Recordings.of(finding, report.start())));
    }

    private void fits(EndFits end) {
        line("%n%s to %s: %s", end.end(), end.peer(), end.note().isEmpty() ? possible(end) : end.note());
        end.fits().forEach((stack, fit) -> {
            if (fit.verdict() == Fit.Verdict.REFUTED) {
                line("  not %s: packet %d is %s", stack, fit.packet().getAsLong(), fit.sentence());
            } else if (fit.verdict() == Fit.Verdict.UNDECIDED) {
                line("  %s is not decided: %s", stack, fit.sentence());
            }
        });
    }

    private static String possible(EndFits end) {
        if (!end.explained().isEmpty()) {
            return "can be " + String.join(", ", end.explained());
        }
        boolean open = end.fits().values().stream().anyMatch(fit -> fit.verdict() == Fit.Verdict.UNDECIDED);
        return open ? "no stack is shown to be possible" : "can be none of the stacks that are known";
    }

    private String at(long time) {
        return String.format(Locale.ROOT, "+%.6f s", (time - report.start()) / 1e9);
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
