package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static dev.lastack.conformance.packetdrill.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the result of a script that fails, or is in error, says. */
class FailureTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '\u00A7',
            value = {
                "+0 close(4) = 0; +0 > . 1:1(0) ack 1 -> 9:4: expected > . 1:1(0) ack 1 at 0.000000, got > F. 1:1(0)"
                        + " ack 1 win 65535 at 0.000000: flags F. instead of .",
                "+0 > . 1:1(0) ack 1 -> 8:4: expected > . 1:1(0) ack 1 at 0.000000, got nothing by 0.004000",
                "+0 close(4) = 0; +1~+2 > R 1:1(0) -> 9:7: expected > R 1:1(0) at 1.000000~2.000000, got > F. 1:1(0)"
                        + " ack 1 win 65535 at 0.000000: flags F. instead of R, at 0.000000 instead of 1.000000~2.000000",
                "+0 read(4, ..., 10) = 10 -> 8:4: expected read(4, ..., 10) = 10, got a call that blocks",
                "+0...0.1 read(4, ..., 10) = 10 -> 8:3: expected read(4, ..., 10) = 10 by 0.100000, got a call that"
                        + " still blocks",
                "+0...0.3 read(4, ..., 10) = 10; +.1 < P. 1:11(10) ack 1 win 9 -> 8:3: expected read(4, ..., 10) = 10"
                        + " at 0.300000, got its return at 0.100000",
                "+0 write(4, ..., 10) = 9 -> 8:4: expected write(4, ..., 10) = 9, got = 10",
                "+0 shutdown(3, SHUT_WR) = 0 -> 8:4: expected shutdown(3, 1) = 0, got = -1 ENOTCONN",
                "+0 close(7) = 0 -> 8:4: expected close(7) = 0, got = -1 EBADF",
                "+0 ioctl(4, SIOCINQ, [5]) = 0 -> 8:4: expected ioctl(4, SIOCINQ, [5]) = 0, got [0] readable octets",
            })
    void aFailureSaysWhereWhatAndWhatInstead(String lines, String message) {
        ScriptResult result = run(ESTABLISHED + lines.replace("; ", "\n") + "\n");

        assertThat(result.status()).isEqualTo(ScriptResult.Status.FAILED);
        assertThat(result.message().replace("SHUT_WR", "1")).isEqualTo("s.pkt:" + message);
        assertThat(result.ladder()).contains("< S 0:0(0) win 1000", "expected  ", "got       ");
    }

    @Test
    void theLadderShowsBothSides() {
        ScriptResult result = run(ESTABLISHED + "+0 close(4) = 0\n+0.5 > . 1:1(0) ack 1\n");

        assertThat(result.ladder().lines())
                .map(String::stripTrailing)
                .contains(
                        "          time  script                                                      stack",
                        "      0.000000  < S 0:0(0) win 1000 <mss 1000>",
                        "      0.000000                                                              "
                                + "> S. 0:0(0) ack 1 win 65535 <mss 1460>",
                        "  got       > F. 1:1(0) ack 1 win 65535 at 0.000000: flags F. instead of .,"
                                + " at 0.000000 instead of 0.500000");
    }

    @Test
    void segmentsThatNoEventMeetsAreNamed() {
        ScriptResult result = run(ESTABLISHED + "+0 close(4) = 0\n");

        assertThat(result.status()).isEqualTo(ScriptResult.Status.PASSED);
        assertThat(result.unmet()).containsExactly("> F. 1:1(0) ack 1 win 65535");
    }

    @Test
    void aSyntaxErrorIsAnErrorWithItsPlace() {
        ScriptResult result = run("0 socket(..., SOCK_STREAM, IPPROTO_TCP = 3");

        assertThat(result.status()).isEqualTo(ScriptResult.Status.ERROR);
        assertThat(result.message()).isEqualTo("s.pkt:1:43: expected ')', got the end of the script");
    }

    @Test
    void anEventBeforeTheOneBeforeItIsAnError() {
        ScriptResult result = run("0.2 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n0.1 close(3) = 0\n");

        assertThat(result.message()).isEqualTo("s.pkt:2:5: the event at 0.100000 comes after one at 0.200000");
    }
}
