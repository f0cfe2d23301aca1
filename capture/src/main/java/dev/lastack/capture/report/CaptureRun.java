package dev.lastack.capture.report;

import dev.lastack.capture.conformance.StackIdentification;
import dev.lastack.capture.connection.Address;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.connection.Tracker;
import dev.lastack.capture.file.CaptureFileException;
import dev.lastack.capture.file.Frame;
import dev.lastack.capture.file.PacketReader;
import dev.lastack.capture.findings.Assumptions;
import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.FindingKind;
import dev.lastack.capture.findings.Findings;
import dev.lastack.capture.packet.Decoder;
import dev.lastack.capture.packet.FrameContent;
import dev.lastack.capture.packet.RecordedSegment;
import dev.lastack.capture.scenario.KnobObservations;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads captures from beginning to end. */
public final class CaptureRun {

    private static final int BETWEEN_REPORTS = 1 << 14;

    private final Questions questions;
    private final Map<FrameContent, Long> outcomes = new EnumMap<>(FrameContent.class);
    private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
    private final List<ConnectionSummary> summaries = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Decoder decoder = new Decoder();
    private KnobObservations observations =
            new KnobObservations(new StackIdentification(new Findings(Assumptions.none(), this::ended), 0));
    private boolean violated;
    private boolean violatedBySilence;
    private boolean possible;
    private long packets;
    private long segments;
    private long start = Frame.NO_TIME;
    private long time = Frame.NO_TIME;
    private long backwards;
    private long untimed;

    /**
     * What is asked.
     *
     * @param tap where the capture of a connection between A and B was taken, as far as the user says
     * @param connections how many are followed at once
     * @param judged of how many connections it is asked which stacks they can be
     * @param listed how many connections and findings a report has at most
     */
    public record Questions(
            Filter filter,
            Assumptions assumptions,
            BiFunction<Address, Address, Tap> tap,
            int connections,
            int judged,
            int listed) {}

    /** Is told now and then how far the reading has come. */
    public interface Progress {

        /** False ends the reading. */
        boolean read(long packets, long octets);
    }

    public CaptureRun(Questions questions) {
        this.questions = questions;
    }

    /**
     * Reads the files to their end, or until {@code progress} says so, and closes them.
     *
     * @throws CaptureFileException if one of them is no capture
     */
    public CaptureReport read(List<PacketReader> readers, Progress progress) {
        Findings watching = new Findings(questions.assumptions(), this::ended);
        StackIdentification conformance = new StackIdentification(watching, questions.judged());
        observations = new KnobObservations(conformance);
        Tracker tracker = new Tracker(observations, questions.tap(), questions.connections());
        try (Merged files = new Merged(readers)) {
            while (files.next()) {
                packet(files, tracker);
                if (packets % BETWEEN_REPORTS == 0 && !progress.read(packets, files.octets())) {
                    break;
                }
            }
            tracker.end();
            return report(tracker, files, conformance);
        }
    }

    /** The observations of the first connection, from which a scenario is written. */
    public KnobObservations observations() {
        return observations;
    }

    private void packet(Merged files, Tracker tracker) {
        packets++;
        Frame frame = files.frame();
        if (frame.time() != Frame.NO_TIME) {
            backwards += frame.time() < time ? 1 : 0;
            time = frame.time();
            start = start == Frame.NO_TIME ? time : start;
        } else {
            untimed++;
        }
        FrameContent outcome = decoder.decode(frame);
        if (outcome == FrameContent.SEGMENT) {
            segments++;
            RecordedSegment segment = decoder.segment();
            segment.number = packets;
            segment.tap = files.tap();
            segment.time = time == Frame.NO_TIME ? 0 : time;
            if (questions.filter().passes(segment, start)) {
                tracker.accept(segment);
            }
        } else {
            outcomes.merge(outcome, 1L, Long::sum);
        }
    }

    private void ended(Incarnation incarnation, List<Finding> found, Map<FindingKind, Integer> omitted) {
        omitted.forEach((situation, count) -> counts.merge(situation, (long) count, Long::sum));
        if (summaries.size() < questions.listed()) {
            summaries.add(ConnectionSummary.of(incarnation, questions.assumptions()));
        }
        for (Finding finding : found) {
            counts.merge(finding.situation(), 1L, Long::sum);
            violatedBySilence |=
                    finding.provenViolation() && finding.situation().restsOnSilence();
            violated |= finding.provenViolation() && !finding.situation().restsOnSilence();
            possible |= finding.situation().violation();
            if (findings.size() < questions.listed()) {
                findings.add(finding);
            }
        }
    }

    private CaptureReport report(Tracker tracker, Merged files, StackIdentification conformance) {
        List<String> warnings = new ArrayList<>(files.warnings());
        if (backwards > 0) {
            warnings.add(backwards + " packets have a time before that of the packet before them");
        }
        if (untimed > 0) {
            warnings.add(untimed + " packets have no time; each takes that of the packet before it");
        }
        long unread =
                outcomes.getOrDefault(FrameContent.TRUNCATED, 0L) + outcomes.getOrDefault(FrameContent.FRAGMENT, 0L);
        boolean missing = files.lost() + unread > 0;
        if (missing) {
            warnings.add("the capturing program lost " + files.lost() + " packets, and " + unread
                    + " were cut or are fragments: a missing segment proves nothing here");
        }
        boolean proven = violated || (violatedBySilence && !missing);
        outcomes.put(FrameContent.SEGMENT, segments);
        return new CaptureReport(
                outcomes,
                tracker.copies(),
                files.lost(),
                warnings,
                tracker.connections(),
                tracker.evictedOpen(),
                summaries,
                counts,
                missing ? findings.stream().map(Finding::withPacketsMissing).toList() : findings,
                conformance.fits(),
                proven,
                possible && !proven,
                start,
                time);
    }
}
