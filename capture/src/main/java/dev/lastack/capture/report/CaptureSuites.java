package dev.lastack.capture.report;

import dev.lastack.capture.findings.Certainty;
import dev.lastack.capture.findings.Finding;
import dev.lastack.counterexamples.Recording;
import dev.lastack.counterexamples.render.ladder.RecordingLadder;
import dev.lastack.counterexamples.report.Suite;
import dev.lastack.counterexamples.report.Suite.Standing;
import dev.lastack.scenario.Expectation.Outcome;
import dev.lastack.scenario.text.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as the forms for build servers take it: a case for each finding, a proven violation is a failure. */
public final class CaptureSuites {

    private CaptureSuites() {}

    /** {@code name}: of the file. */
    public static Suite of(String name, CaptureReport report) {
        String coverage = String.format(
                Locale.ROOT,
                "%,d connections, %,d findings",
                report.connections(),
                report.counts().values().stream().mapToLong(Long::longValue).sum());
        List<Suite.Case> cases = report.inOrder(Integer.MAX_VALUE).stream()
                .map(finding -> judged(name, finding, report))
                .toList();
        return new Suite(name, coverage, (report.end() - report.start()) / 1e9, cases);
    }

    private static Suite.Case judged(String name, Finding finding, CaptureReport report) {
        Recording recording = Recordings.of(finding, report.start());
        boolean broken = finding.situation().violation();
        boolean proven = finding.certainty() == Certainty.PROVEN;
        Outcome verdict = !broken ? Outcome.HOLDS : proven ? Outcome.VIOLATED : Outcome.INCONCLUSIVE;
        String sentence = "%s: %s (%s → %s [%d], packet %d)"
                .formatted(
                        finding.certainty(),
                        finding.sentence(),
                        finding.a(),
                        finding.b(),
                        finding.incarnation(),
                        finding.packet());
        return new Suite.Case(
                new Suite.Rule(
                        finding.situation().id(),
                        finding.situation().words() + (broken ? " (violates " : " (see ")
                                + finding.situation().claim() + ")",
                        finding.situation().citation()),
                !broken ? Standing.AS_EXPECTED : proven ? Standing.FAILED : Standing.UNDECIDED,
                verdict.toString(),
                Outcome.HOLDS.toString(),
                sentence,
                sentence,
                Optional.of(new Suite.Evidence(
                        "the segments around packet " + finding.packet(),
                        RecordingLadder.rows(recording),
                        recording.rows().stream()
                                .map(row -> row.time() + " " + row.from() + ": " + row.label())
                                .toList())),
                Place.of(name));
    }
}
