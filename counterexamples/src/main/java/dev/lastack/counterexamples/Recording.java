package dev.lastack.counterexamples;

import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Locale;

/**
 * Recorded segments that show a finding, at the times of the capture.
 *
 * @param title what was found, and where
 * @param sentence what happened
 * @param citation the rule behind it
 */
public record Recording(String title, String sentence, String citation, List<Row> rows) {

    public Recording {
        rows = List.copyOf(rows);
    }

    /**
     * One segment.
     *
     * @param packet its number in the capture
     * @param nanos since the first packet
     * @param header control bits and numbers
     * @param statesOfA what A can be in afterwards
     * @param completes whether it completes the finding
     */
    public record Row(
            long packet,
            long nanos,
            Host from,
            int incarnation,
            String header,
            List<String> statesOfA,
            List<String> statesOfB,
            boolean completes) {

        public Row {
            statesOfA = List.copyOf(statesOfA);
            statesOfB = List.copyOf(statesOfB);
        }

        public List<String> states(Host host) {
            return host == Host.A ? statesOfA : statesOfB;
        }

        /** {@code #17 [1] FIN,ACK seq=1 ack=9}. */
        public String label() {
            return "#%d [%d] %s".formatted(packet, incarnation, header);
        }

        /** Seconds since the first packet, to the microsecond: {@code +1.000123}. */
        public String time() {
            return String.format(Locale.ROOT, "+%.6f", nanos / 1e9);
        }
    }

    /** The states of {@code host} that row {@code index} leads to, empty if they are those of the row before. */
    public List<String> change(int index, Host host) {
        List<String> states = rows.get(index).states(host);
        return index > 0 && rows.get(index - 1).states(host).equals(states) ? List.of() : states;
    }
}
