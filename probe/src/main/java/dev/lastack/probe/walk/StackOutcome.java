package dev.lastack.probe.walk;

import dev.lastack.tcp.TcpState;
import java.util.List;

/**
 * What a step made a host do.
 *
 * @param sent its segments, with numbers relative to the first ones of the incarnation; what it sent before is left out
 * @param restarted whether the 2MSL timer started again
 */
public record StackOutcome(List<RelativeSegment> sent, TcpState state, boolean restarted) {

    /** It without numbers. */
    String kind() {
        return words(sent.stream().map(RelativeSegment::kind).toList());
    }

    /** As a reader would say it. */
    @Override
    public String toString() {
        return words(sent.stream().map(RelativeSegment::toString).toList());
    }

    private String words(List<String> segments) {
        return "sends " + (segments.isEmpty() ? "nothing" : String.join(", then ", segments)) + ", is then in " + state
                + (restarted ? ", 2MSL timer restarted" : "");
    }
}
