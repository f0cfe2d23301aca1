package dev.lastack.conformance.packetdrill;

import dev.lastack.conformance.packetdrill.network.ScriptStackFactory;
import dev.lastack.conformance.packetdrill.script.Definitions;
import java.util.List;

/** Scripts and runs that several tests share. */
final class Scripts {

    /** A server's connection, from its first line to ESTABLISHED: seven lines, descriptors 3 and 4. */
    static final String ESTABLISHED = """
        0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
        +0 bind(3, ..., ...) = 0
        +0 listen(3, 1) = 0
        +0 < S 0:0(0) win 1000 <mss 1000>
        +0 > S. 0:0(0) ack 1 <...>
        +0 < . 1:1(0) ack 1 win 1000
        +0 accept(3, ..., ...) = 4
        """;

    private Scripts() {}

    static ScriptResult run(String text) {
        return PacketdrillSuite.run("s.pkt", text, ScriptStackFactory.endpoint());
    }

    /** A run with words defined, each {@code NAME} or {@code NAME=value}. */
    static ScriptResult runWith(String text, String... definitions) {
        SuiteOptions options =
                new SuiteOptions(PacketdrillSuite.TOLERANCE, Definitions.of(List.of(definitions)), false);
        return PacketdrillSuite.run("s.pkt", text, ScriptStackFactory.endpoint(), options);
    }
}
