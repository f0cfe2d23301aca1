package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static dev.lastack.conformance.packetdrill.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which connection a packet belongs to. */
class PacketReceiverTest {

    /** What a script expects next does not decide which connection its SYN is for. */
    @ParameterizedTest
    @CsvSource({
        "< S 5:5(0) win 1000, > S. 0:0(0) ack 6 <...>, FAILED",
        "< S 5:5(0) win 1000, > . 1:1(0) ack 1, PASSED",
        "< 40001 > 8080 S 5:5(0) win 1000, > S. 0:0(0) ack 6 <...>, PASSED",
    })
    void aSynWithoutPortsGoesToTheConnectionThereIs(String syn, String answer, ScriptResult.Status status) {
        ScriptResult result = run(ESTABLISHED + "+.1 " + syn + "\n+0 " + answer + "\n");

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }

    @Test
    void theFirstPacketAfterAListenOpensAConnectionToItsPort() {
        ScriptResult result = run(ESTABLISHED + """
            +0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 5
            +0 bind(5, {sa_family = AF_INET, sin_port = htons(9090), sin_addr = inet_addr("0.0.0.0")}, ...) = 0
            +0 listen(5, 1) = 0
            +0 < S 7:7(0) win 1000
            +0 > S. 0:0(0) ack 8 <...>
            +0 < . 1:1(0) ack 1 win 1000
            +0 accept(5, ..., ...) = 6
            """);

        assertThat(result.status()).as(result.message()).isEqualTo(ScriptResult.Status.PASSED);
    }
}
