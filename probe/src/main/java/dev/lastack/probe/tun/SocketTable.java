package dev.lastack.probe.tun;

import dev.lastack.tcp.TcpState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connections of this network namespace as {@code /proc/net/tcp} lists them. */
public final class SocketTable {

    private static final Path FILE = Path.of("/proc/self/net/tcp");

    /** States by number, from TCP_ESTABLISHED = 1 on. */
    private static final List<TcpState> STATES = List.of(
            TcpState.ESTABLISHED,
            TcpState.SYN_SENT,
            TcpState.SYN_RECEIVED,
            TcpState.FIN_WAIT_1,
            TcpState.FIN_WAIT_2,
            TcpState.TIME_WAIT,
            TcpState.CLOSED,
            TcpState.CLOSE_WAIT,
            TcpState.LAST_ACK,
            TcpState.LISTEN,
            TcpState.CLOSING,
            TcpState.SYN_RECEIVED);

    /** USER_HZ is 100 on every architecture that Java runs on. */
    private static final int MILLIS_PER_CLOCK_TICK = 10;

    private SocketTable() {}

    /**
     * One connection.
     *
     * @param timerMillis until its timer fires; without meaning if none runs
     */
    public record Entry(TcpState state, long timerMillis) {}

    /** The connections by port of the remote end. */
    public static Map<Integer, Entry> read() throws IOException {
        Map<Integer, Entry> entries = new HashMap<>();
        List<String> lines = Files.readAllLines(FILE);
        for (String line : lines.subList(1, lines.size())) {
            parse(line, entries);
        }
        return entries;
    }

    /** The columns are number, local end, remote end, state, queues, timer, and more. */
    static void parse(String line, Map<Integer, Entry> entries) {
        String[] columns = line.strip().split("\\s+", -1);
        int port = Integer.parseInt(columns[2].substring(columns[2].indexOf(':') + 1), 16);
        TcpState state = STATES.get(Integer.parseInt(columns[3], 16) - 1);
        long timer = Long.parseLong(columns[5].substring(columns[5].indexOf(':') + 1), 16);
        entries.put(port, new Entry(state, timer * MILLIS_PER_CLOCK_TICK));
    }
}
