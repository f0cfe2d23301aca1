package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static dev.lastack.conformance.packetdrill.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which error a reset gives a system call. */
class ResetErrorTest {

    /** Linux: EPIPE only in CLOSE-WAIT. RFC 9293 §3.10.7.4, second check, signals nothing if octets are acknowledged. */
    @ParameterizedTest
    @CsvSource({
        "+0 write(4; ...; 10) = 10, 11, R 2:2(0) win 0, -1 ECONNRESET, PASSED",
        "+0 write(4; ...; 10) = 10, 11, R 2:2(0) win 0, -1 EPIPE, FAILED",
        "+0 close(7) = -1 EBADF, 1, R 2:2(0) win 0, 0, PASSED",
    })
    void aResetInLastAckIsNoBrokenPipe(String call, int fin, String rst, String result, ScriptResult.Status status) {
        String flags = fin == 1 ? "F." : "P.";
        String sent = fin == 1 ? "" : "+0 > P. 1:11(10) ack 2\n";
        ScriptResult script = run(ESTABLISHED + """
                +0 < F. 1:1(0) ack 1 win 1000
                +0 > . 1:1(0) ack 2
                """
                + call.replace(';', ',') + "\n" + sent
                + "+0 shutdown(4, SHUT_WR) = 0\n+0 > F. " + fin + ":" + fin + "(0) ack 2\n"
                + "+0 < " + rst + "\n+0 read(4, ..., 10) = " + result + "\n");

        assertThat(script.status()).as(flags + script.message()).isEqualTo(status);
    }
}
