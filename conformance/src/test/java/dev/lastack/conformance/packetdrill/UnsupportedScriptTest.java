package dev.lastack.conformance.packetdrill;

import static dev.lastack.conformance.packetdrill.Scripts.ESTABLISHED;
import static dev.lastack.conformance.packetdrill.Scripts.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting that the runner cannot apply is named, and its script never passes. */
class UnsupportedScriptTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '\u00A7',
            value = {
                "+0 `nstat -n` -> 8:4: the shell command 'nstat -n'",
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
}
