package dev.lastack.probe.tun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.tcp.TcpState;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A line of {@code /proc/net/tcp}. */
class SocketTableTest {

    @Test
    void aLineTellsPortStateAndTimer() {
        Map<Integer, SocketTable.Entry> entries = new HashMap<>();
        SocketTable.parse(
                "   1: 010200C0:0050 020200C0:4E21 06 00000000:00000000 03:000014B5 00000000     0        0 0 3 0000",
                entries);

        assertThat(entries).containsExactly(Map.entry(20_001, new SocketTable.Entry(TcpState.TIME_WAIT, 53_010)));
    }
}
