package dev.lastack.conformance.lockstep;

import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.conformance.event.Event;
import dev.lastack.conformance.event.Move;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView.Firing;
import dev.lastack.tcp.TcpState;
import java.util.Collections;
import java.util.Map;

/** How often each kind of event met each state of the end at which it happened. */
public final class Coverage {

    private final Table<TcpState, String, Long> counts = TreeBasedTable.create();

    void count(TcpState state, String event) {
        count(state, event, 1);
    }

    private void count(TcpState state, String event, long times) {
        counts.row(state).merge(event, times, Long::sum);
    }

    /** Counts the event of {@code move}, which leaves {@code before}, and the timers that fire in it. */
    void count(StateView before, Move move) {
        Event event = move.event();
        event.host()
                .ifPresent(host -> count(
                        before.endpoint(host).state(),
                        event.segment()
                                .map(AbstractSegment::kind)
                                .orElse(event.kind().name())));
        for (Firing firing : move.step().timers()) {
            count(before.endpoint(firing.host()).state(), firing.timer().title() + " timeout");
        }
    }

    /** Adds what another run covered. */
    public void add(Coverage other) {
        other.counts.rowMap().forEach((state, events) -> events.forEach((event, times) -> count(state, event, times)));
    }

    /** Pairs of state and kind of event that were met at least once. */
    public int pairs() {
        return counts.size();
    }

    /** Pairs that {@code other} met and this one did not. */
    public Map<TcpState, Map<String, Long>> missing(Coverage other) {
        Table<TcpState, String, Long> missing = TreeBasedTable.create();
        missing.putAll(other.counts);
        missing.cellSet().removeIf(cell -> counts.contains(cell.getRowKey(), cell.getColumnKey()));
        return missing.rowMap();
    }

    /** The counts, by state and kind of event. */
    public Map<TcpState, Map<String, Long>> counts() {
        return Collections.unmodifiableMap(counts.rowMap());
    }

    /** A line for each state. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.rowMap()
                .forEach((state, events) -> text.append(
                        String.format("%-13s%s%n", state, events.toString().replaceAll("[{}]", ""))));
        return text.toString();
    }
}
