package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static dev.lastack.conformance.packetdrill.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ...} in a packet: any value will do. */
class WildcardTest {

    /** Everything but the wildcard is compared. */
    @ParameterizedTest
    @CsvSource({
        "'S. 0:0(0) ack 1 <mss ...,nop,wscale ...>', PASSED",
        "'S. 0:0(0) ack 1 <mss ...,nop,wscale 1>', UNSUPPORTED",
        "'S. 0:0(0) ack 1 <mss 1459,nop,wscale ...>', FAILED",
        "'S. 0:0(0) ack 1 <mss ...>', FAILED",
        "'S. ...(0) ack 1 <...>', PASSED",
        "'S. ...(1) ack 1 <...>', FAILED",
        "'S. ...(0) ack 2 <...>', FAILED",
    })
    void anExpectedPacketMayLeaveNumbersOpen(String answer, ScriptResult.Status status) {
        ScriptResult result = run("""
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < S 0:0(0) win 1000 <mss 1000,nop,wscale 0>
            +0 > %s
            +0 < . 1:1(0) ack 1 win 1000
            +0 accept(3, ..., ...) = 4
            +0 write(4, ..., 10) = 10
            +0 > P. 1:11(10) ack 1
            """.formatted(answer));

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "... > 8080, 8080 > ..., PASSED",
        "... > ..., ... > ..., PASSED",
        "... > 8080, 8081 > ..., FAILED",
    })
    void portsMayBeLeftOpen(String there, String back, ScriptResult.Status status) {
        ScriptResult result =
                run(ESTABLISHED + "+0 < " + there + " P. 1:11(10) ack 1 win 1000\n+0 > " + back + " . 1:1(0) ack 11\n");

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }

    @Test
    void aSynToAnOpenPortIsThatOfANewClient() {
        ScriptResult result = run("""
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < ... > 8080 S 0:0(0) win 1000 <mss 1000>
            +0 > 8080 > ... S. 0:0(0) ack 1 <...>
            +0 < ... > 8080 . 1:1(0) ack 1 win 1000
            +0 accept(3, ..., ...) = 4
            """);

        assertThat(result.status()).as(result.message()).isEqualTo(ScriptResult.Status.PASSED);
    }

    @Test
    void anInjectedPacketNeedsItsNumbers() {
        ScriptResult result = run(ESTABLISHED + "+0 < P. ...(10) ack 1 win 1000\n");

        assertThat(result.message()).isEqualTo("s.pkt:8:9: expected the sequence number, got '...'");
    }
}
