package dev.lastack.capture.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lastack.capture.conformance.StackIdentification.EndFits;
import dev.lastack.capture.connection.Journey;
import dev.lastack.capture.connection.TcpStateSet;
import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.Shown;
import dev.lastack.capture.packet.FrameContent;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A report as one JSON document, which {@code docs/captures.md} describes. Times are nanoseconds since 1970. */
public final class CaptureJson {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 1;

    private CaptureJson() {}

    private record Document(
            int version,
            Map<String, Long> packets,
            long copies,
            long lost,
            List<String> warnings,
            long start,
            long end,
            long connectionCount,
            long evicted,
            List<Connection> connections,
            Map<String, Long> findingCounts,
            List<Found> findings,
            List<Fits> stacks) {}

    private record Fits(String end, String peer, String note, List<StackFit> fits) {}

    private record StackFit(String stack, String verdict, long packet, String sentence) {}

    private record Connection(
            String a,
            String b,
            int incarnation,
            long first,
            long last,
            long segments,
            List<Stop> statesOfA,
            List<Stop> statesOfB,
            String closing,
            List<TimeWait> timeWaits,
            String takenAt,
            boolean openingSeen) {}

    private record Stop(long time, List<String> states) {}

    private record TimeWait(
            String end, boolean certain, long earliestEntry, long latestEntry, long earliestEnd, long latestEnd) {}

    private record Found(
            String situation,
            String claim,
            boolean violation,
            String certainty,
            String a,
            String b,
            int incarnation,
            long packet,
            long time,
            String sentence,
            String citation,
            List<Line> segments) {}

    private record Line(
            long packet, long time, String from, int incarnation, String control, long seq, long ack, int text) {}

    public static String of(CaptureReport report) {
        JsonMapper json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(document(report));
    }

    private static Document document(CaptureReport report) {
        Map<String, Long> counts = new TreeMap<>();
        report.counts().forEach((situation, count) -> counts.put(situation.id(), count));
        Map<String, Long> packets = new TreeMap<>();
        report.packets().forEach((outcome, count) -> packets.put(name(outcome), count));
        return new Document(
                SCHEMA_VERSION,
                packets,
                report.copies(),
                report.lost(),
                report.warnings(),
                report.start(),
                report.end(),
                report.connections(),
                report.evicted(),
                report.summaries().stream().map(CaptureJson::connection).toList(),
                counts,
                report.findings().stream().map(CaptureJson::found).toList(),
                report.fits().stream().map(CaptureJson::fits).toList());
    }

    private static Fits fits(EndFits end) {
        return new Fits(
                end.end().toString(),
                end.peer().toString(),
                end.note(),
                end.fits().entrySet().stream()
                        .map(entry -> new StackFit(
                                entry.getKey(),
                                entry.getValue().verdict().name().toLowerCase(Locale.ROOT),
                                entry.getValue().packet().orElse(0),
                                entry.getValue().sentence()))
                        .toList());
    }

    private static String name(FrameContent outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Connection connection(ConnectionSummary summary) {
        return new Connection(
                summary.a().toString(),
                summary.b().toString(),
                summary.incarnation(),
                summary.firstTime(),
                summary.lastTime(),
                summary.segments(),
                stops(summary.journeyOfA()),
                stops(summary.journeyOfB()),
                summary.closing(),
                summary.timeWaits().stream()
                        .map(found -> new TimeWait(
                                found.side().name(),
                                found.certain(),
                                found.earliestEntry(),
                                found.latestEntry(),
                                found.earliestEnd(),
                                found.latestEnd()))
                        .toList(),
                summary.tap(),
                summary.openingSeen());
    }

    private static List<Stop> stops(List<Journey.Stop> stops) {
        return stops.stream()
                .map(stop -> new Stop(
                        stop.time(),
                        TcpStateSet.states(stop.states()).stream()
                                .map(TcpState::toString)
                                .collect(Collectors.toList())))
                .toList();
    }

    private static Found found(Finding finding) {
        return new Found(
                finding.situation().id(),
                finding.situation().claim(),
                finding.situation().violation(),
                finding.certainty().name().toLowerCase(Locale.ROOT),
                finding.a().toString(),
                finding.b().toString(),
                finding.incarnation(),
                finding.packet(),
                finding.time(),
                finding.sentence(),
                finding.situation().citation(),
                finding.segments().stream().map(CaptureJson::line).toList());
    }

    private static Line line(Shown shown) {
        return new Line(
                shown.segment().number(),
                shown.segment().time(),
                shown.from().name(),
                shown.incarnation(),
                shown.segment().controls(),
                shown.seq(),
                shown.ack(),
                shown.segment().text());
    }
}
