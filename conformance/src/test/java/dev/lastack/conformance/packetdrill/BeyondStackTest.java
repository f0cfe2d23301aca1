package dev.lastack.conformance.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.script.Definitions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script needs and the endpoint does not have makes it unsupported, never failed. */
class BeyondStackTest {

    private static final String SERVER = """
        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
        +0 bind(3, ..., ...) = 0
        +0 listen(3, 1) = 0
        +0 < S 0:0(0) win 1000 <mss 1000,sackOK,nop,nop,nop,wscale 7>
        """;

    private static ScriptResult run(String script, boolean anySynOptions) {
        SuiteOptions options = new SuiteOptions(PacketdrillSuite.TOLERANCE, Definitions.of(List.of()), anySynOptions);
        return PacketdrillSuite.run("s.pkt", script, ScriptStackFactory.endpoint(), options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> S. 0:0(0) ack 1 <mss 1460,nop,nop,sackOK> | the option sackOK of an expected packet",
                "> S. 0:0(0) ack 1 <mss 1460,nop,wscale 8>   | a window scale other than 0 in an expected packet",
                "> SE. 0:0(0) ack 1 <...>                    | ECN (the flags SE. of an expected packet)",
                "> . 1:1(0) ack 1 <nop,nop,sack 5:6>         | the option sack of an expected packet",
                "< . 1:1(0) ack 1 win 9 <nop,nop,sack 5:6>   | the option sack of an injected packet",
                "> S 0:0(0) <mss 1460>                       | a SYN without a window scale",
            })
    void isNamed(String packet, String what) {
        assertThat(run(SERVER + "+0 " + packet + "\n", false).message())
                .isEqualTo("s.pkt:5:4: " + what + " is not supported");
    }

    @Test
    void aWindowThatABufferDecidesIsUnsupported() {
        String script = SERVER + """
            +0 setsockopt(3, SOL_SOCKET, SO_RCVBUF, [2000], 4) = 0
            +0 > S. 0:0(0) ack 1 win 2000 <...>
            """;

        assertThat(run(script, false).message())
                .isEqualTo("s.pkt:6:4: a window that SO_RCVBUF decides is not supported");
    }

    /** The options of a SYN are then those of the endpoint; the rest is compared as ever. */
    @ParameterizedTest
    @CsvSource({"1, PASSED", "2, FAILED"})
    void anySynOptionsRunsTheScriptAsWithoutThem(int ack, ScriptResult.Status status) {
        ScriptResult result =
                run(SERVER + "+0 > S. 0:0(0) ack " + ack + " <mss 1460,nop,nop,sackOK,nop,wscale 8>\n", true);

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }

    /** With another scale than the script's, the windows of later packets mean something else. */
    @Test
    void aScaledWindowIsUnsupportedWhateverTheSynSays() {
        String script = SERVER + """
            +0 > S. 0:0(0) ack 1 <mss 1460,nop,wscale 8>
            +0 < . 1:1(0) ack 1 win 1000
            +0 < F. 1:1(0) ack 1 win 1000
            +0 > . 1:1(0) ack 2 win 256
            """;

        assertThat(run(script, true).message())
                .isEqualTo("s.pkt:8:4: the scaled window of an expected packet is not supported");
    }

    /** RFC 9293 §3.7.1: the MSS leaves room for the IP header. */
    @ParameterizedTest
    @CsvSource({"ipv4, 1500, 1460", "ipv6, 1500, 1440", "ipv6, 1520, 1460"})
    void theMssFollowsFromTheIpVersion(String version, int mtu, int mss) {
        String options = "--ip_version=" + version + "\n--mtu=" + mtu + "\n";
        ScriptResult result = run(options + SERVER + "+0 > S. 0:0(0) ack 1 <mss " + mss + ",nop,wscale 0>\n", false);

        assertThat(result.status()).as(result.message()).isEqualTo(ScriptResult.Status.PASSED);
    }
}
