package dev.lastack.probe.walk;

import dev.lastack.tcp.TcpState;
import java.util.List;

/**
 * What a step made a host do.
 *
 * @param sent its segments, with numbers relative to the first ones of the incarnation; what it sent before is left out
 * @param restarted whether the 2MSL timer started again
 */
public record Outcome(List<String> sent, TcpState state, boolean restarted) {

    /** It without numbers. */
    String kind() {
        List<String> bits = sent.stream()
                .map(segment -> segment.replaceAll(" (seq|ack)=-?\\d+", ""))
                .toList();
        return new Outcome(bits, state, restarted).toString();
    }

    /** As a reader would say it. */
    @Override
    public String toString() {
        return "sends " + (sent.isEmpty() ? "nothing" : String.join(", then ", sent)) + ", is then in " + state
                + (restarted ? ", 2MSL timer restarted" : "");
    }
}
