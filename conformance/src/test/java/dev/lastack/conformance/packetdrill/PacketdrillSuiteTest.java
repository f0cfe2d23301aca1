package dev.lastack.conformance.packetdrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.stack.StackUnderTest;
import dev.lastack.endpoint.Reaction;
import dev.lastack.tcp.TcpState;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketdrillSuiteTest {

    private static final String ESTABLISHED = """
        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
        +0 bind(3, ..., ...) = 0
        +0 listen(3, 1) = 0
        +0 < S 0:0(0) win 1000 <mss 1000>
        +0 > S. 0:0(0) ack 1 <...>
        +0 < . 1:1(0) ack 1 win 1000
        +0 accept(3, ..., ...) = 4
        """;

    @TempDir
    private Path folder;

    private static ScriptResult run(String text) {
        return PacketdrillSuite.run("s.pkt", text, ScriptStackFactory.endpoint());
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '\u00A7',
            value = {
                "+0 `true` -> 8:4: the shell command 'true'",
                "+0 %{ print(1) }% -> 8:4: the code block 'print(1)'",
                "+0 epoll_create(1) = 5 -> 8:4: the system call epoll_create",
                "+0 setsockopt(4, SOL_TCP, TCP_CORK, [1], 4) = 0 -> 8:4: the system call setsockopt with TCP_CORK",
                "+0 send(4, ..., 10, MSG_FASTOPEN) = 10 -> 8:4: the system call send with MSG_FASTOPEN",
                "+0 < icmp unreachable frag_needed mtu 1400 [1:1(0)] -> 8:4: the icmp packet",
                "+0 sendmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 1}], msg_flags=0,"
                    + " msg_control=[{cmsg_level=SOL_SOCKET, cmsg_type=SO_TIMESTAMPING, cmsg_data=1}]}, 0) = 1 -> 8:4:"
                    + " the system call sendmsg with control messages",
            })
    void whatCannotBeHonouredMakesTheScriptUnsupported(String line, String message) {
        ScriptResult result = run(ESTABLISHED + line + "\n");

        assertThat(result.status()).isEqualTo(ScriptResult.Status.UNSUPPORTED);
        assertThat(result.message()).isEqualTo("s.pkt:" + message + " is not supported");
    }

    @Test
    void segmentsThatNoEventMeetsAreNamed() {
        ScriptResult result = run(ESTABLISHED + "+0 close(4) = 0\n");

        assertThat(result.status()).isEqualTo(ScriptResult.Status.PASSED);
        assertThat(result.unmet()).containsExactly("> F. 1:1(0) ack 1 win 65535");
    }

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

    /** RFC 9293 §3.6.1 (MAY-2): the ISS lies beyond the numbers used before, 0 to 1. */
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
                    +0 < . 1:1(0) ack 1 win 1000
                    +0 accept(3, ..., ...) = 5
                    +0 write(5, ..., 10) = 10
                    +0 > P. 1:11(10) ack 1
                    """.formatted(iss),
                ScriptStackFactory.endpoint(Map.of("time-wait.syn", "reopen-if-newer-seq")));

        assertThat(result.status()).as(result.message()).isEqualTo(status);
    }

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

    @Test
    void aCommentMayBeInLatin1() throws IOException {
        Path script = folder.resolve("latin1.pkt");
        Files.write(script, ("// M\u00FCller, \u00A73.4\n" + ESTABLISHED).getBytes(StandardCharsets.ISO_8859_1));
        Path other = folder.resolve("other.pkt");
        Files.write(other, (ESTABLISHED + "+0 cl\u00F6se(4) = 0\n").getBytes(StandardCharsets.ISO_8859_1));

        SuiteResult suite = PacketdrillSuite.run(List.of(script, other), ScriptStackFactory.endpoint());

        assertThat(suite.scripts())
                .extracting(ScriptResult::status)
                .containsExactly(ScriptResult.Status.PASSED, ScriptResult.Status.ERROR);
        assertThat(suite.scripts().get(1).message()).contains("other.pkt:8:");
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

    @ParameterizedTest
    @CsvSource({
        "'', 4000, FAILED",
        "'', 20000, PASSED",
        "--tolerance_usecs=4000, 20000, FAILED", // the script knows better
        "--tolerance_usecs=20000, 4000, PASSED",
    })
    void theToleranceOfTheRunIsThatOfScriptsThatDoNotSay(String line, long tolerance, ScriptResult.Status status)
            throws IOException {
        Path script = Files.writeString(folder.resolve("late.pkt"), line + "\n" + ESTABLISHED + """
            +0 close(4) = 0
            +.01 > F. 1:1(0) ack 1
            """);

        SuiteResult suite = PacketdrillSuite.run(
                List.of(script),
                ScriptStackFactory.endpoint(),
                new SuiteOptions(
                        tolerance, dev.lastack.conformance.packetdrill.script.Definitions.of(List.of()), false));

        assertThat(suite.scripts()).extracting(ScriptResult::status).containsExactly(status);
    }

    @Test
    void foldersAreRunInOrderAndOddPathsHaveResults() throws IOException {
        Files.writeString(folder.resolve("b.pkt"), "0 close(3) = 0\n");
        Files.writeString(folder.resolve("a.pkt"), "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n");
        Files.write(folder.resolve("c.pkt"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Path empty = Files.createDirectory(folder.resolve("empty"));

        SuiteResult suite =
                PacketdrillSuite.run(List.of(folder, empty, folder.resolve("none.pkt")), ScriptStackFactory.endpoint());

        assertThat(suite.scripts())
                .extracting(ScriptResult::status)
                .containsExactly(
                        ScriptResult.Status.PASSED,
                        ScriptResult.Status.FAILED,
                        ScriptResult.Status.ERROR,
                        ScriptResult.Status.ERROR,
                        ScriptResult.Status.ERROR);
        assertThat(suite.allPassed()).isFalse();
        assertThat(suite.text(true)).endsWith("5 scripts: 1 passed, 1 failed, 0 unsupported, 3 with errors\n");
    }

    @Test
    void junitCountsAnUnsupportedScriptAsSkipped() {
        SuiteResult suite = new SuiteResult(List.of(
                run(ESTABLISHED),
                run(ESTABLISHED + "+0 > . 1:1(0) ack 1\n"),
                run("`true`\n0 close(3) = 0\n"),
                run("\u0000")));

        String xml = SuiteXml.of(suite);

        assertThat(xml)
                .contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\"")
                .contains("<failure message=\"s.pkt:8:4: expected &gt; . 1:1(0)")
                .contains("<skipped message=\"s.pkt:1:1: the shell command &apos;true&apos; is not supported\">")
                .doesNotContain("\u0000");
    }

    @Test
    void aStackThatThrowsIsAnError() {
        ScriptStackFactory throwing = changed((method, reaction) -> {
            throw new IllegalStateException("boom");
        });

        assertThat(PacketdrillSuite.run("s.pkt", ESTABLISHED, throwing).message())
                .isEqualTo("s.pkt:4:4: the stack threw java.lang.IllegalStateException: boom");
    }

    @Test
    void aStackWithAWrongChecksumFails() {
        ScriptStackFactory careless = changed((method, reaction) -> {
            reaction.segments().forEach(octets -> octets[16] ^= 1);
            return reaction;
        });

        assertThat(PacketdrillSuite.run("s.pkt", ESTABLISHED, careless).message())
                .isEqualTo("s.pkt:4:4: expected a segment, got a wrong checksum");
    }

    @Test
    void aDeadlineThatNeverPassesIsAFailure() {
        ScriptStackFactory restless = tuple -> {
            StackUnderTest own = ScriptStackFactory.endpoint().create(tuple);
            return (StackUnderTest) Proxy.newProxyInstance(
                    StackUnderTest.class.getClassLoader(),
                    new Class<?>[] {StackUnderTest.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("deadline") ? OptionalLong.of(0) : method.invoke(own, arguments));
        };

        assertThat(PacketdrillSuite.run("s.pkt", ESTABLISHED, restless).message())
                .isEqualTo("s.pkt:6:4: expected a timer that fires once, got a deadline that never passes");
    }

    @Test
    void aStackThatHidesItsStateIsCheckedByWhatItSends() {
        ScriptStackFactory hidden = tuple -> {
            StackUnderTest own = ScriptStackFactory.endpoint().create(tuple);
            return (StackUnderTest) Proxy.newProxyInstance(
                    StackUnderTest.class.getClassLoader(),
                    new Class<?>[] {StackUnderTest.class},
                    (proxy, method, arguments) -> method.getName().equals("state")
                            ? Optional.<TcpState>empty()
                            : method.invoke(own, arguments));
        };

        SuiteResult suite = PacketdrillSuite.run(List.of(Path.of("src/test/resources/packetdrill")), hidden);

        assertThat(suite.scripts())
                .filteredOn(script -> script.status() != ScriptResult.Status.PASSED)
                .extracting(ScriptResult::message)
                .isEmpty();
    }

    /** The endpoint, with every reaction to a segment changed. */
    private static ScriptStackFactory changed(BiFunction<String, Reaction, Reaction> change) {
        return tuple -> {
            StackUnderTest own = ScriptStackFactory.endpoint().create(tuple);
            return (StackUnderTest) Proxy.newProxyInstance(
                    StackUnderTest.class.getClassLoader(),
                    new Class<?>[] {StackUnderTest.class},
                    (proxy, method, arguments) -> {
                        Object result = method.invoke(own, arguments);
                        return method.getName().equals("arrive")
                                ? change.apply(method.getName(), (Reaction) result)
                                : result;
                    });
        };
    }
}
