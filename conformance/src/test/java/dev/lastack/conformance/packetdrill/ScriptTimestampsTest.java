package dev.lastack.conformance.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timestamps are translated between a script and the stack (RFC 7323). */
class ScriptTimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "7000, 7500, 0, PASSED", // how fast TSval ticks is not compared
        "7000, 7001, 1000, PASSED", // 0.1 s is one tick of the endpoint
        "7000, 7100, 1000, FAILED",
        "7000, 7005, 1000, PASSED", // 4 ms of tolerance are 4 ticks of 1 ms
    })
    void timestampsAreTranslatedBothWays(long first, long second, long tick, ScriptResult.Status status) {
        ScriptResult result = PacketdrillSuite.run(
                "s.pkt",
                """
                --tcp_ts_tick_usecs=%d
                0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                +0 bind(3, ..., ...) = 0
                +0 listen(3, 1) = 0
                +0 < S 0:0(0) win 1000 <mss 1000,nop,nop,TS val 200 ecr 0>
                +0 > S. 0:0(0) ack 1 <mss 1460,nop,nop,TS val %d ecr 200>
                +.1 < . 1:1(0) ack 1 win 1000 <nop,nop,TS val 201 ecr %d>
                +0 accept(3, ..., ...) = 4
                +0 < P. 1:11(10) ack 1 win 1000 <nop,nop,TS val 202 ecr %d>
                +0 > . 1:1(0) ack 11 <nop,nop,TS val %d ecr 202>
                // An older timestamp is an old duplicate, RFC 7323 §5.3.
                +0 < P. 11:21(10) ack 1 win 1000 <nop,nop,TS val 100 ecr %d>
                +0 > . 1:1(0) ack 11 <nop,nop,TS val %d ecr 202>
                """.formatted(tick, first, first, first, second, second, second),
                ScriptStackFactory.endpoint(Map.of("timestamps", "on")));

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }

    /** RFC 7323 §3.2: an RST carries TS; its TSecr counts only with the ACK bit. */
    @ParameterizedTest
    @CsvSource({
        "'<nop,nop,TS val 100 ecr 200>', PASSED",
        "'<nop,nop,TS val 100 ecr 0>', PASSED",
        "'<nop,nop,nop,nop>', FAILED"
    })
    void aResetCarriesTimestamps(String options, ScriptResult.Status status) {
        ScriptResult result = PacketdrillSuite.run(
                "s.pkt", """
                    0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
                    +0 bind(3, ..., ...) = 0
                    +0 listen(3, 1) = 0
                    +0 < S 0:0(0) win 1000 <mss 1000,nop,nop,TS val 200 ecr 0>
                    +0 > S. 0:0(0) ack 1 <mss 1460,nop,nop,TS val 100 ecr 200>
                    +0 < . 1:1(0) ack 1 win 1000 <nop,nop,TS val 200 ecr 100>
                    +0 accept(3, ..., ...) = 4
                    +0 setsockopt(4, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0
                    +0 close(4) = 0
                    +0 > R 1:1(0) %s
                    """.formatted(options), ScriptStackFactory.endpoint(Map.of("timestamps", "on")));

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }
}
