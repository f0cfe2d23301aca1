package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static dev.lastack.conformance.packetdrill.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.stack.EndpointStack;
import dev.lastack.endpoint.tcb.EndpointConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script's kernel variables change in its run. */
class SysctlTest {

    /** Half-closed by the host, in FIN-WAIT-2. */
    private static final String FIN_WAIT_2 = ESTABLISHED + """
        +0 close(4) = 0
        +0 > F. 1:1(0) ack 1
        +0 < . 1:1(0) ack 2 win 1000
        """;

    /** In TIME-WAIT. */
    private static final String TIME_WAIT = FIN_WAIT_2 + """
        +0 < F. 1:1(0) ack 2 win 1000
        +0 > . 2:2(0) ack 2
        """;

    private static void assertRuns(String script, ScriptResult.Status status) {
        ScriptResult result = run(script);
        assertThat(result.status()).as(script + result.message()).isEqualTo(status);
    }

    /** Each line tells the variable's values apart by what the endpoint sends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net.ipv4.tcp_fin_timeout=10   | +11 < F. 1:1(0) ack 2 win 1000 | > R 2:2(0)",
                "net.ipv4.tcp_fin_timeout=12   | +11 < F. 1:1(0) ack 2 win 1000 | > . 2:2(0) ack 2",
                "net.inet.tcp.finwait2_timeout=10000 | +11 < F. 1:1(0) ack 2 win 1000 | > R 2:2(0)",
                "net.inet.tcp.finwait2_timeout=12000 | +11 < F. 1:1(0) ack 2 win 1000 | > . 2:2(0) ack 2",
                "net.inet.tcp.insecure_rst=0   | +0 < R 5:5(0) win 0            | > . 2:2(0) ack 1",
            })
    void finWait2(String variable, String arrival, String answer) {
        assertRuns(
                "`sysctl -q " + variable + "`\n" + FIN_WAIT_2 + arrival + "\n+0 " + answer + "\n",
                ScriptResult.Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net.ipv4.tcp_rfc1337=1     | +0 < R 2:2(0) win 0            | +1 < F. 1:1(0) ack 2 win 1000 | > ."
                        + " 2:2(0) ack 2",
                "net.ipv4.tcp_rfc1337=0     | +0 < R 2:2(0) win 0            | +1 < F. 1:1(0) ack 2 win 1000 | > R"
                        + " 2:2(0)",
                "net.inet.tcp.msl=1000      | +3 < F. 1:1(0) ack 2 win 1000  | +0 `true`                     | > R"
                        + " 2:2(0)",
                "net.inet.tcp.msl=2000      | +3 < F. 1:1(0) ack 2 win 1000  | +0 `true`                     | > ."
                        + " 2:2(0) ack 2",
                "net.inet.tcp.drop_synfin=1 | +0 < SF 2:2(0) win 1000        | +0 < F. 1:1(0) ack 2 win 1000 | > ."
                        + " 2:2(0) ack 2",
            })
    void timeWait(String variable, String arrival, String next, String answer) {
        assertRuns(
                "`sysctl -q " + variable + "`\n" + TIME_WAIT + arrival + "\n" + next + "\n+0 " + answer + "\n",
                ScriptResult.Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"0, 'mss 1460', PASSED", "1, 'mss 1460', FAILED", "1, 'mss 1460,nop,nop,TS val 7 ecr 5', PASSED"})
    void timestamps(int value, String options, ScriptResult.Status status) {
        assertRuns("""
            `sysctl -q net.ipv4.tcp_timestamps=%d`
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0 bind(3, ..., ...) = 0
            +0 listen(3, 1) = 0
            +0 < S 0:0(0) win 1000 <mss 1000,nop,nop,TS val 5 ecr 0>
            +0 > S. 0:0(0) ack 1 <%s>
            """.formatted(value, options), status);
    }

    /** R2 of a SYN counts where the script sees as many of them. */
    @ParameterizedTest
    @CsvSource({"tcp_syn_retries=1, PASSED", "tcp_syn_retries=2, FAILED", "tcp_retries2=1, PASSED"})
    void retriesEndAnOpen(String variable, ScriptResult.Status status) {
        assertRuns("""
            `sysctl -q net.ipv4.%s`
            0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
            +0...3 connect(3, ..., ...) = -1 ETIMEDOUT
            +0 > S 0:0(0) <...>
            +1 > S 0:0(0) <...>
            """.formatted(variable), status);
    }

    @ParameterizedTest
    @CsvSource({"net.ipv4.tcp_rto_min_us=300000, .3", "net.inet.tcp.rexmit_min=400, .4", "net.ipv4.tcp_sack=1, 1"})
    void theRetransmissionTimeout(String variable, String gap) {
        assertRuns(
                "`sysctl -q " + variable + "`\n" + ESTABLISHED + "+0 write(4, ..., 10) = 10\n+0 > P. 1:11(10) ack 1\n+"
                        + gap + " > P. 1:11(10) ack 1\n",
                ScriptResult.Status.PASSED);
    }

    @Test
    void theUsersKnobCountsMore() {
        ScriptResult result = PacketdrillSuite.run(
                "s.pkt",
                "`sysctl -q net.ipv4.tcp_fin_timeout=10`\n" + FIN_WAIT_2
                        + "+11 < F. 1:1(0) ack 2 win 1000\n+0 > . 2:2(0) ack 2\n",
                ScriptStackFactory.endpoint(Map.of("fin-wait-2-timeout", "20s")));

        assertThat(result.status()).as(result.message()).isEqualTo(ScriptResult.Status.PASSED);
    }

    /** A value that the endpoint cannot have makes its script unsupported, not failed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net.ipv4.tcp_fin_timeout=many | the sysctl net.ipv4.tcp_fin_timeout=many, which is no whole number,"
                        + " is not supported",
                "net.inet.tcp.rexmit_min=30    | the sysctl net.inet.tcp.rexmit_min=30 (must be a multiple of 100 ms,"
                        + " the endpoint's clock) is not supported",
                "net.inet.tcp.blackhole=2      | the sysctl net.inet.tcp.blackhole=2 (must be 0) is not supported",
            })
    void aValueThatTheEndpointCannotHaveIsUnsupported(String variable, String message) {
        ScriptResult result = run("`sysctl -q " + variable + "`\n" + ESTABLISHED);

        assertThat(result.message()).isEqualTo("s.pkt:1:1: " + message);
    }

    @Test
    void aValueOutOfTheKnobsRangeIsUnsupported() {
        ScriptResult result = run("`sysctl -q net.ipv4.tcp_fin_timeout=0`\n" + ESTABLISHED);

        assertThat(result.status()).isEqualTo(ScriptResult.Status.UNSUPPORTED);
        assertThat(result.message()).contains("the sysctls of this script are not supported: ", "fin-wait-2-timeout");
    }

    /** RFC 793 p. 71 has a knob in TIME-WAIT only. */
    @Test
    void anInsecureSynIsUnsupportedWhereNoKnobSaysIt() {
        String sysctl = "`sysctl -w net.inet.tcp.insecure_syn=1`\n";
        String syn = "+0 < S 2:2(0) win 1000\n";

        assertThat(run(sysctl + ESTABLISHED + syn).message())
                .isEqualTo("s.pkt:9:4: a SYN that resets (insecure_syn) is not supported");
        assertRuns(sysctl + TIME_WAIT + syn + "+0 > R. ...(0) ack 3\n", ScriptResult.Status.PASSED);
    }

    @Test
    void aChangeAfterTheFirstEventIsUnsupportedUnlessNothingFollows() {
        String change = "+0 `sysctl -q net.ipv4.tcp_rfc1337=1`\n";

        assertThat(run(ESTABLISHED + change + "+0 close(4) = 0\n").message())
                .isEqualTo("s.pkt:8:4: a sysctl that changes while the script runs is not supported");
        assertRuns(ESTABLISHED + change, ScriptResult.Status.PASSED);
        assertRuns(ESTABLISHED + "+0 `sysctl -q net.ipv4.tcp_sack=1`\n+0 close(4) = 0\n", ScriptResult.Status.PASSED);
    }

    @Test
    void theRestIsIgnoredWithOneNote() {
        ScriptResult script = run("`sysctl -q net.ipv4.tcp_sack=1 net.ipv4.tcp_ecn=0`\n" + ESTABLISHED);
        SuiteResult suite = new SuiteResult(List.of(script, script));

        assertThat(suite.text(true).lines())
                .filteredOn(line -> line.contains("tcp_sack"))
                .containsExactly("sysctls that change nothing here: net.ipv4.tcp_ecn, net.ipv4.tcp_sack");
    }

    @Test
    void aStackThatCannotBeSetUpMakesTheScriptUnsupported() {
        ScriptStackFactory foreign = tuple -> EndpointStack.of(tuple, EndpointConfig.rfc9293());
        String script = "`sysctl -q %s`\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n";

        assertThat(PacketdrillSuite.run("s.pkt", script.formatted("net.ipv4.tcp_rfc1337=1"), foreign)
                        .status())
                .isEqualTo(ScriptResult.Status.UNSUPPORTED);
        assertThat(PacketdrillSuite.run("s.pkt", script.formatted("net.ipv4.tcp_sack=1"), foreign)
                        .status())
                .isEqualTo(ScriptResult.Status.PASSED);
    }
}
