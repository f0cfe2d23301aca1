package dev.lastack.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From {@code verify --certificate} to {@code check}, and what is refused in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckCommandTest {

    private Path folder = Path.of("");
    private Path certificate = Path.of("");
    private Path scenario = Path.of("");
    private Shell.Run verified = new Shell.Run(0, "", "");

    @BeforeAll
    void prove(@TempDir Path given) throws IOException {
        folder = given;
        certificate = folder.resolve("proof.certificate");
        scenario = Files.writeString(
                folder.resolve("hostile.yaml"),
                "extends: two-msl\nloss: unlimited\nduplication: unlimited\ncapacity: 1\n");
        verified = verify(scenario.toString(), "--claim", "time-wait-kept,rfc-edges,drained,last-ack-resolves");
    }

    private Shell.Run verify(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("verify", "-q", "-o", folder.toString(), "--certificate", certificate.toString()));
        all.addAll(List.of(arguments));
        return new Shell().run(all.toArray(String[]::new));
    }

    private Shell.Run check(String text) throws IOException {
        return new Shell()
                .run(
                        "check",
                        Files.writeString(folder.resolve("other.certificate"), text)
                                .toString());
    }

    @Test
    void acceptsWhatVerifyHasWritten() {
        Shell.Run run = new Shell().run("check", certificate.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith(certificate
                        + ": accepted: in hostile, time-wait-kept, rfc-edges hold for any number of segments in flight")
                .contains(" states, ");
        assertThat(run.err()).isEmpty();
        assertThat(verified.err())
                .contains("no certificate of drained: with any number of segments in flight it is violated in 7 steps")
                .contains("no certificate of last-ack-resolves: it is no safety claim of the catalogue; a plain holds"
                        + " has no certificate")
                .contains("certificate of time-wait-kept, rfc-edges: ");
    }

    @Test
    void isAboutTheScenarioAskedForOrIsRefused() {
        assertThat(new Shell()
                        .run("check", certificate.toString(), scenario.toString())
                        .code())
                .isZero();
        Shell.Run other = new Shell().run("check", certificate.toString(), "one-tick-short");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .isEqualTo("lastack: " + certificate + ": it is about another scenario: A.time-wait is 2*msl, not"
                        + " 2*msl-1\n");
    }

    /** Each run of a milder network is one of the network that the certificate is about. */
    @Test
    void isAboutMilderNetworksAsWell() {
        Shell.Run milder = new Shell().run("check", certificate.toString(), "two-msl");

        assertThat(milder.code()).as(milder.err()).isZero();
    }

    @Test
    void aMilderNetworkIsCertifiedByTheProofForEveryNetwork() {
        Path own = folder.resolve("milder.certificate");
        Shell.Run run = new Shell()
                .run(
                        "verify",
                        "two-msl",
                        "-q",
                        "-o",
                        folder.toString(),
                        "--claim",
                        "time-wait-kept,drained",
                        "--certificate",
                        own.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("no certificate of drained: undecided for any number of segments in flight: it is violated"
                        + " where the network does as it likes; a plain holds has no certificate")
                .contains("certificate of time-wait-kept for every network, and so for this one: ");
        assertThat(new Shell().run("check", own.toString(), "two-msl").code()).isZero();
    }

    /** The hull needs each of its states. */
    @Test
    void aCertificateLessOneStateIsRefusedWithTheFirstStepThatIsNotCovered() throws IOException {
        List<String> lines = Files.readAllLines(certificate);
        int first = IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).startsWith("proof by "))
                        .findFirst()
                        .orElseThrow()
                + 1;
        int states = lines.size() - 1 - first;
        for (int lost : new int[] {first, first + states / 3, lines.size() - 2}) {
            String text = IntStream.range(0, lines.size())
                    .filter(i -> i != lost)
                    .mapToObj(i -> i == lines.size() - 1 ? "end: " + (states - 1) + " states" : lines.get(i))
                    .collect(Collectors.joining("\n", "", "\n"));
            Shell.Run run = check(text);
            assertThat(run.code()).as(run.err()).isEqualTo(1);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err())
                    .containsPattern(
                            "refused: time-wait-kept, rfc-edges: (the initial state is not covered: A |a step leads to"
                                    + " a state that is not covered: (ARRIVAL at|TICK|[AB] )).*");
            assertThat(run.out()).isEmpty();
        }
    }

    /** What a changed line makes of a certificate: nothing that this lastack reads. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(?m)^lastack: .*| lastack: 0.0.1| it is of lastack 0.0.1, and this is",
                "knob A.time-wait: .*| knob A.time-wait: 3| its digest is not that of its knobs",
                "scenario: .*| scenario: two-msl| its digest is not that of its knobs",
                "knob A.time-wait: .*| knob A.time-wait: soon| time-wait: 'soon' is not",
                "knob A.time-wait: .*| knob A.tame-wait: 3| tame-wait",
                "knob A.time-wait: .*\\n| ''| the knobs [A.time-wait] are missing",
                "knob loss: .*| knob loss: 1| loss: 1, but a network of any capacity needs loss: unlimited",
                "(HULL: )time-wait-kept| $1no-old-fin| its digest is not that of its knobs",
                "(HULL: )time-wait-kept| $1no-old-fun| there is no safety claim 'no-old-fun'",
                "(HULL: )time-wait-kept| $1rfc-edges| it proves a claim twice",
                "digest: .*| digest: 0| its digest is not that of its knobs",
                "digest: .*\\n| ''| its head does not name 'digest'",
                "(digest: )| variant: my.Own\\n$1| the variant 'my.Own' decides",
                "end: .*| end: 1 states| neither a state nor a proof nor"
            })
    void anotherHeadIsForeign(String line, String instead, String why) throws IOException {
        String text = Files.readString(certificate);
        String changed = text.replaceFirst(line, instead.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(text);

        Shell.Run run = check(changed);

        assertThat(run.err())
                .startsWith("lastack: " + folder.resolve("other.certificate"))
                .contains(why);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsNoCertificateIsRefused() throws IOException {
        assertThat(check("hello\n").err()).contains("line 1: a certificate begins with 'lastack certificate 1'");
        assertThat(check("hello\n").code()).isEqualTo(2);
        assertThat(new Shell().run("check", folder.toString()).code()).isEqualTo(2);
        assertThat(new Shell().run("check", "none").code()).isEqualTo(2);
        assertThat(new Shell().run("check", "").code()).isEqualTo(2);
    }

    @Test
    void aPlainHoldsHasNoCertificate() {
        Path none = folder.resolve("none.certificate");
        Shell.Run run =
                new Shell().run("verify", "two-msl", "--claim", "no-old-fin", "-q", "--certificate", none.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("lastack: two-msl: no certificate of no-old-fin: undecided for any number of segments in"
                        + " flight: it is violated where the network does as it likes; a plain holds has no"
                        + " certificate\n"
                        + "lastack: two-msl: nothing to certify: no certificate is written\n");
        assertThat(none).doesNotExist();
    }

    @Test
    void aCertificateIsAboutOneScenarioAndGoesToAFileThatCanBeWritten() {
        Shell.Run tour = new Shell().run("verify", "--certificate", certificate.toString());
        assertThat(tour.code()).isEqualTo(2);
        assertThat(tour.err()).contains("--certificate: a certificate is about one scenario, not 2");
        Shell.Run nowhere = new Shell().run("verify", "two-msl", "--certificate", folder.toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains(folder + ": cannot be written: it is a directory");
    }
}
