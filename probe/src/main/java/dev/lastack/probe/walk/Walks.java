package dev.lastack.probe.walk;

import com.google.common.collect.Lists;
import dev.lastack.probe.host.MeasuredHost;
import dev.lastack.probe.host.UnansweredException;
import dev.lastack.tcp.TcpState;
import java.util.List;

/** Runs walks on a host, as many side by side as it can, each on a connection of its own. */
final class Walks {

    private final MeasuredHost host;
    private final long step;

    /**
     * @param step microseconds after each step, in which the host does what the step makes it do
     */
    Walks(MeasuredHost host, long step) {
        this.host = host;
        this.step = step;
    }

    /** What each step of each walk caused, until the connection is gone. */
    List<List<StackOutcome>> run(List<StackWalk> walks) {
        return Lists.partition(walks, host.atOnce()).stream()
                .map(this::sideBySide)
                .flatMap(List::stream)
                .toList();
    }

    private List<List<StackOutcome>> sideBySide(List<StackWalk> walks) {
        List<WalkRun> runs =
                walks.stream().map(walk -> new WalkRun(host.incoming())).toList();
        runs.forEach(WalkRun::sendSyn);
        elapse(runs);
        runs.forEach(WalkRun::synchronise);
        elapse(runs);
        runs.forEach(Walks::requireEstablished);
        boolean[] ended = new boolean[walks.size()];
        int longest =
                walks.stream().mapToInt(walk -> walk.actions().size()).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (int k = 0; k < runs.size(); k++) {
                ended[k] |= i >= walks.get(k).actions().size();
                if (!ended[k]) {
                    runs.get(k).act(walks.get(k).actions().get(i));
                }
            }
            elapse(runs);
            for (int k = 0; k < runs.size(); k++) {
                ended[k] = ended[k] || !runs.get(k).observe(step);
            }
        }
        runs.forEach(run -> run.host().abandon());
        return runs.stream().map(WalkRun::outcomes).toList();
    }

    private static void requireEstablished(WalkRun run) {
        TcpState state = run.host().state();
        if (state != TcpState.ESTABLISHED) {
            throw new UnansweredException("the host is in " + state + " after a handshake");
        }
    }

    private void elapse(List<WalkRun> runs) {
        host.elapse(runs.stream().map(WalkRun::host).toList(), step);
    }
}
