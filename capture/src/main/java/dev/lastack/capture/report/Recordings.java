package dev.lastack.capture.report;

import dev.lastack.capture.connection.LoggedSegment;
import dev.lastack.capture.connection.Side;
import dev.lastack.capture.connection.TcpStateSet;
import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.Shown;
import dev.lastack.counterexamples.Recording;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.List;

/** Findings as the drawings of counterexamples take them. */
public final class Recordings {

    private Recordings() {}

    /** The findings of {@code report}, the broken claims first, at most {@code most} of either kind. */
    public static List<Recording> of(CaptureReport report, int most) {
        return report.inOrder(most).stream()
                .map(finding -> of(finding, report.start()))
                .toList();
    }

    /** Times count from {@code start}, nanoseconds since 1970. */
    static Recording of(Finding finding, long start) {
        return new Recording(
                "%s %s, %s: %s → %s [%d]"
                        .formatted(
                                finding.situation().violation() ? "✗" : "·",
                                finding.situation().id(),
                                finding.certainty(),
                                finding.a(),
                                finding.b(),
                                finding.incarnation()),
                finding.sentence(),
                finding.situation().claim() + "; " + finding.situation().citation(),
                finding.segments().stream()
                        .map(shown -> row(shown, finding.packet(), start))
                        .toList());
    }

    private static Recording.Row row(Shown shown, long completing, long start) {
        LoggedSegment segment = shown.segment();
        return new Recording.Row(
                segment.number(),
                segment.time() - start,
                shown.from() == Side.A ? Host.A : Host.B,
                shown.incarnation(),
                header(shown),
                states(shown.statesOfA()),
                states(shown.statesOfB()),
                segment.number() == completing);
    }

    private static String header(Shown shown) {
        LoggedSegment segment = shown.segment();
        String ack = segment.controls().contains("ACK") ? " ack=" + shown.ack() : "";
        String text = segment.text() > 0 ? " (" + segment.text() + ")" : "";
        return segment.controls() + " seq=" + shown.seq() + ack + text;
    }

    private static List<String> states(int set) {
        return set == TcpStateSet.SYNCHRONISED
                ? List.of("any synchronised")
                : TcpStateSet.states(set).stream().map(TcpState::toString).toList();
    }
}
