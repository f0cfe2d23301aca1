package dev.lastack.capture.report;

import dev.lastack.capture.conformance.StackIdentification.EndFits;
import dev.lastack.capture.findings.Finding;
import dev.lastack.capture.findings.FindingKind;
import dev.lastack.capture.packet.FrameContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a capture shows.
 *
 * @param packets by what they turned out to hold
 * @param copies segments recorded more than once
 * @param lost packets that the capturing program says it lost
 * @param connections how many incarnations there are; {@code summaries} has the first of them
 * @param evicted connections that were forgotten before they were over, because memory is bounded
 * @param counts how often each situation was found; {@code findings} has the first of them
 * @param fits which stacks the ends of the first connections can be, if that was asked for
 * @param start nanoseconds since 1970 of the first packet
 */
public record CaptureReport(
        Map<FrameContent, Long> packets,
        long copies,
        long lost,
        List<String> warnings,
        long connections,
        long evicted,
        List<ConnectionSummary> summaries,
        Map<FindingKind, Long> counts,
        List<Finding> findings,
        List<EndFits> fits,
        boolean violated,
        boolean possiblyViolated,
        long start,
        long end) {

    public CaptureReport {
        packets = Map.copyOf(packets);
        warnings = List.copyOf(warnings);
        summaries = List.copyOf(summaries);
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
        fits = List.copyOf(fits);
    }

    /** The findings that break a claim before the others, at most {@code most} of either kind. */
    public List<Finding> inOrder(int most) {
        return Stream.of(true, false)
                .flatMap(violation -> findings.stream()
                        .filter(finding -> finding.situation().violation() == violation)
                        .limit(most))
                .toList();
    }
}
