package dev.lastack.capture.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.capture.conformance.StackIdentification.EndFits;
import dev.lastack.capture.connection.Tap;
import dev.lastack.capture.findings.Assumptions;
import dev.lastack.capture.findings.Findings;
import dev.lastack.capture.fixture.Conversation;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What tells stacks apart, in the fewest segments. B is in TIME-WAIT, and the capture was taken there. */
class ExcludedStackTest {

    private static Conversation inTimeWait() {
        return new Conversation()
                .takenAt(Tap.AT_B)
                .opened()
                .b("F.", 1, 1)
                .a("F.", 1, 2)
                .b(".", 2, 2);
    }

    private static EndFits end(Conversation conversation, int index) {
        StackIdentification conformance =
                new StackIdentification(new Findings(Assumptions.none(), (incarnation, found, omitted) -> {}), 1);
        conversation.feed(conformance);
        return conformance.fits().get(index);
    }

    private static List<String> stacksOfB(Conversation conversation) {
        return end(conversation, 1).explained();
    }

    @Test
    void anOrdinaryCloseExcludesNobodyAtTheListener() {
        assertThat(stacksOfB(inTimeWait()))
                .containsExactlyElementsOf(Stack.all().stream().map(Stack::name).toList());
    }

    @Test
    void aSynWithoutTimestampsExcludesWhoOffersThem() {
        assertThat(end(inTimeWait(), 0).explained())
                .contains("lwip", "smoltcp", "linux with timestamps: off")
                .doesNotContain("linux", "freebsd", "gvisor");
    }

    @Test
    void anAnswerAfterFortySecondsTellsHowLongTimeWaitLasts() {
        assertThat(stacksOfB(inTimeWait().seconds(40).a("F.", 1, 2).b(".", 2, 2)))
                .contains("linux", "freebsd", "lwip")
                .doesNotContain("smoltcp");
        assertThat(stacksOfB(inTimeWait().seconds(40).a("F.", 1, 2).b("R", 2, 0)))
                .containsExactly("smoltcp");
    }

    @Test
    void anRstInTimeWaitIsIgnoredOrEndsIt() {
        Conversation ignored = inTimeWait().seconds(1).a("R", 2, 0).seconds(1).a("F.", 1, 2);
        assertThat(stacksOfB(ignored.b(".", 2, 2)))
                .contains("freebsd", "gvisor", "lwip", "rfc1337", "linux with time-wait.rst: ignore")
                .doesNotContain("linux", "illumos", "smoltcp", "rfc9293", "rfc793");
        Conversation ended = inTimeWait().seconds(1).a("R", 2, 0).seconds(1).a("F.", 1, 2);
        assertThat(stacksOfB(ended.b("R", 2, 0)))
                .contains("linux", "illumos", "smoltcp", "rfc9293")
                .doesNotContain("freebsd", "gvisor", "lwip");
    }

    @Test
    void aNumberThatNobodySendsExcludesEveryStackAtItsPacket() {
        EndFits b = end(inTimeWait().seconds(1).a("F.", 1, 2).b(".", 2, 3), 1);

        assertThat(b.explained()).isEmpty();
        assertThat(b.fits()).hasEntrySatisfying("linux", fit -> {
            assertThat(fit.packet()).isEqualTo(OptionalLong.of(8));
            assertThat(fit.sentence()).contains("ACK seq=5002 ack=1003 in ", "TIME-WAIT");
        });
    }

    @Test
    void withoutTheOpeningNothingIsJudged() {
        assertThat(end(new Conversation().a(".", 1, 1, 5).b(".", 1, 6), 0).note())
                .isEqualTo("not judged: it was open before the capture");
    }
}
