package dev.lastack.capture.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.capture.conformance.StackIdentification;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.connection.TcpStateSet;
import dev.lastack.capture.file.CaptureFile;
import dev.lastack.capture.findings.Assumptions;
import dev.lastack.capture.findings.TimeWaitLength;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures of the live Linux kernel (6.x), made by {@code src/test/kernel/record.py}: what each of them must show. */
class KernelCapturesTest {

    private static CaptureReport report(String name) {
        return report(name, 0);
    }

    /** {@code judged}: of how many connections it is asked which stacks their ends can be. */
    private static CaptureReport report(String name, int judged) {
        TimeWaitLength linux = TimeWaitLength.of("linux").orElseThrow();
        Assumptions assumptions = new Assumptions(linux, linux, 600_000_000_000L);
        CaptureRun run = new CaptureRun(
                new CaptureRun.Questions(Filter.ALL, assumptions, (a, b) -> Tap.UNKNOWN, 1_000, judged, 1_000));
        InputStream file = Objects.requireNonNull(
                KernelCapturesTest.class.getResourceAsStream("/dev/lastack/capture/kernel/" + name + ".pcap"));
        return run.read(List.of(CaptureFile.open(name, file)), (packets, octets) -> true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "four-way             | A closed first | at A | none",
                "simultaneous         | both closed at once | probably at B | simultaneous-close",
                "half-close           | A closed first | at A | half-closed",
                "unread               | reset by B | at B | aborted",
                "last-ack             | A closed first, a FIN is not acknowledged | at B"
                        + " | fin-repeated fin-unacknowledged-in-last-ack!",
                "reopened             | B closed first | at B | syn-accepted-in-time-wait!",
                "refused-in-time-wait | B closed first | at B | challenge-ack",
                "old-fin              | B closed first | at B | old-segment-rejected syn-accepted-in-time-wait!",
                "assassination        | A closed first, then reset by A | at A | time-wait-assassinated!",
                "challenge            | A closed first | at B"
                        + " | challenge-ack challenge-ack rst-inexact rst-refuted rst-without-effect",
                "fin-wait-2           | A closed first, a FIN is not acknowledged, then reset by A | at B"
                        + " | fin-wait-2-expired! half-closed",
                "tw-reuse             | A closed first | at A | port-reused-in-time-wait!"
            })
    void whatTheKernelDidIsFound(String name, String closing, String tap, String findings) {
        CaptureReport report = report(name);

        // An exclamation mark stands for a claim that is broken for certain.
        List<String> found = report.findings().stream()
                .map(finding -> finding.situation().id() + (finding.provenViolation() ? "!" : ""))
                .sorted()
                .toList();
        assertThat(found).isEqualTo(findings == null ? List.of() : List.of(findings.split(" ")));
        assertThat(report.summaries().get(report.summaries().size() - 1)).satisfies(connection -> {
            assertThat(connection.closing()).isEqualTo(closing);
            assertThat(connection.tap()).startsWith(tap);
        });
    }

    @ParameterizedTest
    @CsvSource({"four-way,A,60.153084,60.153125", "half-close,A,70.239130,70.239133"})
    void timeWaitEndsSixtySecondsAfterItsEntry(String name, String side, double earliest, double latest) {
        CaptureReport report = report(name);

        assertThat(report.summaries().get(0).timeWaits()).singleElement().satisfies(found -> {
            assertThat(found.certain()).isTrue();
            assertThat(found.side()).hasToString(side);
            assertThat((found.earliestEnd() - report.start()) / 1e9).isEqualTo(earliest);
            assertThat((found.latestEnd() - report.start()) / 1e9).isEqualTo(latest);
        });
        assertThat(report.summaries().get(0).journeyOfA())
                .last()
                .satisfies(stop -> assertThat(stop.states()).isEqualTo(TcpStateSet.TIME_WAIT));
    }

    /**
     * Each end that the kernel was alone, by its sysctls. The others sent segments that a program made for it: what is said of
     * them stands for nothing, except that they cannot be a stack if they break its rules.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "four-way             | linux | linux",
                "simultaneous         | linux | linux",
                "half-close           | linux | linux",
                "unread               | linux | linux",
                "last-ack             | linux | linux",
                "reopened             | linux | linux",
                "refused-in-time-wait | made  | linux with timestamps: off",
                "old-fin              | made  | linux",
                "assassination        | linux with timestamps: off | made",
                "challenge            | made  | linux",
                "fin-wait-2           | linux | linux",
                "tw-reuse             | linux-tw-reuse | linux"
            })
    void theKernelIsAmongTheStacksThatItCanBe(String name, String first, String second) {
        List<StackIdentification.EndFits> fits = report(name, 1).fits();

        assertThat(fits).hasSize(2);
        assertKernel(fits.get(0), first);
        assertKernel(fits.get(1), second);
    }

    private static void assertKernel(StackIdentification.EndFits end, String stack) {
        if (stack.equals("made")) {
            assertThat(end.explained()).doesNotContain("linux");
        } else {
            assertThat(end.explained()).contains(stack);
        }
    }
}
