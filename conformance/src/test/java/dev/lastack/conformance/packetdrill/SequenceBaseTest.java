package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the numbers of a script count from. */
class SequenceBaseTest {

    /** RFC 9293 §3.6.1 (MAY-2): the ISS lies beyond the numbers used before, 0 to 1. Other numbers count from 0. */
    @ParameterizedTest
    @CsvSource({"2, PASSED", "0, FAILED", "3, FAILED"})
    void theIssOfAReopenedConnectionIsCompared(int iss, ScriptResult.Status status) {
        ScriptResult result = PacketdrillSuite.run(
                "s.pkt",
                ESTABLISHED + """
                    +0 shutdown(4, SHUT_WR) = 0
                    +0 > F. 1:1(0) ack 1
                    +0 < F. 1:1(0) ack 2 win 1000
                    +0 > . 2:2(0) ack 2
                    +0 < S 500:500(0) win 1000
                    +0 > S. %1$d:%1$d(0) ack 501 <...>
                    +0 < . 501:501(0) ack 3 win 1000
                    +0 accept(3, ..., ...) = 5
                    +0 write(5, ..., 10) = 10
                    +0 > P. 3:13(10) ack 501
                    """.formatted(iss),
                ScriptStackFactory.endpoint(Map.of("time-wait.syn", "reopen-if-newer-seq")));

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }
}
