package dev.lastack.conformance.packetdrill.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00A7',
            value = {
                "+0 < S 0:0(0) win 1000 <mss 1000>  | < S 0:0(0) win 1000 <mss 1000>",
                "0.100 > S. 0:0(0) ack 1 <...>      | > S. 0:0(0) ack 1 <...>",
                "+.1 > . 1:1(0) ack 1               | > . 1:1(0) ack 1",
                "* > FP. 1:11(10) ack 1             | > FP. 1:11(10) ack 1",
                "0.1~0.2 > R 1:1(0)                 | > R 1:1(0)",
                "+0.1~+.2 > - 1:1(0)                | > - 1:1(0)",
                "0 < [noecn] SEW 0:0(0) win 5       | < SEW 0:0(0) win 5",
                "0 < 1234 > 80 U. 5:6(1) ack 7 win 8 urg 1 | < 1234 > 80 U. 5:6(1) ack 7 win 8 urg 1",
                "0 < 4294967295:4(5) ack 7          | ",
                "0 > S 0:0(0) <mss 1460,sackOK,TS val 100 ecr 0,nop,wscale 7>"
                        + " | > S 0:0(0) <mss 1460,sackOK,TS val 100 ecr 0,nop,wscale 7>",
                "0 > . 1:1(0) ack 1 <nop,nop,sack 1001:2001 3001:4001>"
                        + " | > . 1:1(0) ack 1 <nop,nop,sack 1001:2001 3001:4001>",
                "0 < P. 4294967291:4(9) ack 7 win 0 | < P. 4294967291:4(9) ack 7 win 0",
            })
    void packetsAreReadAsTheyAreWritten(String line, String packet) throws ScriptSyntaxException {
        if (packet == null) {
            assertThatThrownBy(() -> Script.parse(line)).isInstanceOf(ScriptSyntaxException.class);
            return;
        }

        Script script = Script.parse(line);

        assertThat(script.events().get(0).action()).hasToString(packet);
        assertThat(script.unsupported()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '\u00A7',
            value = {
                "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3 -> socket(..., SOCK_STREAM, IPPROTO_TCP) = 3",
                "+0...0.1 read(4, ..., 1000) = -1 EAGAIN (Resource temporarily unavailable)"
                        + " -> read(4, ..., 1000) = -1 EAGAIN",
                "+.01...0.011 connect(3, ..., ...) = 0 -> connect(3, ..., ...) = 0",
                "0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0"
                        + " -> setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0",
                "0 fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0 -> fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0",
                "0 poll([{fd=4, events=POLLIN, revents=POLLIN}], 1, 0) = 1"
                        + " -> poll([{fd=4, events=POLLIN, revents=POLLIN}], 1, 0) = 1",
                "0 bind(3, {sa_family = AF_INET, sin_port = htons(80), sin_addr = inet_addr(\"192.0.2.1\")}, [16]) = 0"
                        + " -> bind(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"192.0.2.1\")}, [16]) ="
                        + " 0",
                "0 sendmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 10}], msg_flags=0}, 0x40) = 10"
                        + " -> sendmsg(4, {msg_name(...)=..., msg_iov(1)=[{..., 10}], msg_flags=0}, 64) = 10",
                "0 write(4, \"a\" \"b\"..., 2) = 2 -> write(4, \"ab\", 2) = 2",
            })
    void systemCallsAreReadAsTheyAreWritten(String line, String call) throws ScriptSyntaxException {
        Script script = Script.parse(line);

        assertThat(script.events().get(0).action()).hasToString(call);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00A7',
            value = {
                "0 < S 0:0 | 1:10 | expected '(', got the end of the script",
                "0 < X 0:0(0) win 1 | 1:5 | 'X' are no flags: each of FSRPUEWCA. at most once",
                "0 < . 1:3(1) ack 1 | 1:9 | the range 1:3 does not hold 1 octets",
                "0 < S 0:0(0) win 70000 | 1:18 | the window is 70000, must be 0 to 65535",
                "0 < S 0:0(0) win 1 <mss 1000,nop> | 1:20 | these options take 5 octets, must be a multiple of 4 up to"
                        + " 40; pad with nop",
                "0 < S 0:0(0) win 1 <...> | 1:20 | <...> can only stand in an expected packet",
                "* < S 0:0(0) win 1 | 1:1 | only an expected packet ('>') can have '*' or a range as its time",
                "0 close(3) | 1:11 | expected '=', got the end of the script",
                "0 close(3 = 0 | 1:14 | expected ')', got the end of the script",
                "0.2~0.1 > . 1:1(0) ack 1 | 1:1 | this range of times ends before it begins",
                "-1 close(3) = 0 | 1:1 | the time is -1 seconds, must be 0 to 1000000000",
                "0 /* never closed | 1:3 | this comment has no end",
                "0 `sysctl | 1:3 | this ` is never closed",
                "0 %{ import | 1:3 | this %{ has no }%",
                "--tolerance_usecs=soon | 1:1 | --tolerance_usecs is 'soon', must be a whole number up to"
                        + " 1000000000000",
                "--bind_port=65536 | 1:1 | --bind_port is '65536', must be a whole number up to 65535",
                "--ip_version=ipv5 | 1:1 | --ip_version is 'ipv5', must be ipv4, ipv6 or ipv4-mapped-ipv6",
                "banana | 1:1 | expected a time, got 'banana'",
            })
    void errorsSayLineAndColumn(String line, String position, String message) {
        assertThatThrownBy(() -> Script.parse(line))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessage(position + ": " + message);
    }

    @Test
    void anErrorFurtherDownHasItsOwnLine() {
        assertThatThrownBy(() -> Script.parse("// one\n/* two\n three */ 0 close(3) = 0\n\n  +0 > . 1:1(0) ack\n"))
                .hasMessage("6:1: expected the acknowledgment number" + ", got the end of the script");
    }

    @Test
    void anEmptyScriptIsAnError() {
        assertThatThrownBy(() -> Script.parse("// nothing\n"))
                .hasMessage("2:1: expected an event, got the end of the script");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00A7',
            value = {
                "0 > P5. 1:2(1) ack 1 | 1:3 | the AccECN counter in the flags of a packet",
                "0 < R. 0:0(0)! ack 1 win 0 | 1:3 | the absolute sequence number of a packet",
                "0 < S 0:0(0) win 1 <mss 1460>/udp(9811 > 1) | 1:3 | the UDP encapsulation of a packet",
                "0 %{ assert tcpi_state == 1 }% | 1:3 | the code block 'assert tcpi_state == 1'",
                "0 < icmp unreachable frag_needed mtu 1200 [1:1001(1000)] | 1:3 | the icmp packet",
                "0 > udp (1000) | 1:3 | the udp packet",
                "0 < [ce] P. 1:2(1) ack 1 win 1 | 1:3 | the IP field 'ce' of a packet",
                "0 < S 0:0(0) win 1 <mss 1000,FO 12345678> | 1:3 | the TCP option 'FO'",
                "0 > S. 0:0(0) ack 1 <mss 1460,mp_capable v1 flags[flag_h] key[skey]> | 1:3 | the TCP option"
                        + " 'mp_capable'",
                "0 > SA.5 0:0(0) ack 1 | 1:3 | the AccECN counter in the flags of a packet",
                "--init_scripts=setup.sh\\n0 close(3) = 0 | 1:1 | the option --init_scripts",
            })
    void whatCannotBeHonouredIsNamed(String text, String position, String what) throws ScriptSyntaxException {
        Script script = Script.parse(text.replace("\\n", "\n"));

        assertThat(script.unsupported())
                .extracting(part -> part.position() + " " + part.what())
                .containsExactly(position + " " + what);
    }

    @Test
    void definitionsStandForTheirValues() throws ScriptSyntaxException {
        Script script = Script.parse("--define=LEN=1000\n--define=CC=\"reno\"\n0 write(4, ..., LEN) = LEN\n");

        assertThat(script.events().get(0).action()).hasToString("write(4, ..., 1000) = 1000");
    }

    @Test
    void optionsKeepTheirValues() throws ScriptSyntaxException {
        Script script = Script.parse("--tolerance_usecs=10000 --ip_version=ipv6\n--local_ip=fd3d::1\n0 close(3) = 0");

        assertThat(script.option("tolerance_usecs")).contains("10000");
        assertThat(script.option("local_ip")).contains("fd3d::1");
        assertThat(script.unsupported()).isEmpty();
    }

    @Test
    void deepNestingIsAnErrorNotACrash() {
        assertThatThrownBy(() -> Script.parse("0 f(" + "[".repeat(100_000)))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessageContaining("nest at most");
    }
}
