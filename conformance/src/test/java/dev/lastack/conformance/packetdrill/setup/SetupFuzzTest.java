package dev.lastack.conformance.packetdrill.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.PacketdrillSuite;
import dev.lastack.conformance.packetdrill.ScriptResult;
import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the shell lines and directives of a script, its run has a result: nothing is thrown, nothing hangs. */
class SetupFuzzTest {

    private static final List<String> PIECES = List.of(
            "`",
            "\n",
            "sysctl ",
            "-q ",
            "-w ",
            "net.ipv4.tcp_fin_timeout=",
            "net.inet.tcp.msl=",
            "net.ipv4.tcp_tw_reuse=1 ",
            "net.ipv4.tcp_syn_retries=",
            "net.inet.tcp.rexmit_min=",
            "net.ipv4.tcp_invalid_ratelimit=",
            "99999999999999999 ",
            "0 ",
            "100 ",
            "\\",
            "'",
            "\"",
            "$(",
            ";",
            "&&",
            "|",
            ">",
            "2>&1",
            "# ",
            "./a.sh ",
            ". ",
            "../",
            "\u0000",
            "`\n",
            "#if ",
            "#ifdef A\n",
            "#ifndef ",
            "#elif ",
            "#else\n",
            "#endif\n",
            "#define A ",
            "#undef A\n",
            "defined(A)",
            "!",
            "==",
            "(",
            ")",
            "A",
            "1",
            "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n",
            "+0 close(3) = 0\n",
            "--define=A=1\n");

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> variables() {
        Arbitrary<String> names = Arbitraries.of(
                "net.ipv4.tcp_fin_timeout",
                "net.ipv4.tcp_tw_reuse",
                "net.ipv4.tcp_retries2",
                "net.ipv4.tcp_rto_max_ms",
                "net.ipv4.tcp_rto_min_us",
                "net.ipv4.tcp_challenge_ack_limit",
                "net.ipv4.tcp_invalid_ratelimit",
                "net.inet.tcp.msl",
                "net.inet.tcp.rexmit_min",
                "net.inet.tcp.rexmit_initial",
                "net.inet.tcp.finwait2_timeout");
        Arbitrary<Long> values = Arbitraries.longs().between(0, Long.MAX_VALUE);
        return names.flatMap(name -> values.map(value -> name + "=" + value));
    }

    @Property(tries = 3_000)
    void aScriptOfPiecesHasAResult(@ForAll("scripts") String script) {
        assertThat(run(script)).isNotNull();
    }

    @Property(tries = 3_000)
    void anyValueOfAVariableHasAResult(@ForAll("variables") String variable) {
        ScriptResult result = run("`sysctl -q " + variable + "`\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n");

        assertThat(result.status())
                .as(result.message())
                .isIn(ScriptResult.Status.PASSED, ScriptResult.Status.UNSUPPORTED);
    }

    @Property(tries = 1_000)
    void anyShellTextHasAMeaning(@ForAll String text) {
        assertThat(ShellCommand.read(text)).isNotNull();
    }

    private static ScriptResult run(String script) {
        return PacketdrillSuite.run("fuzz.pkt", script, ScriptStackFactory.endpoint());
    }
}
