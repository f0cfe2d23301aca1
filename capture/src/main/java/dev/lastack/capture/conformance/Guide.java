package dev.lastack.capture.conformance;

import dev.lastack.capture.packet.RecordedSegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The initial sequence numbers that a capture shows of one end. */
final class Guide {

    private final List<Recorded> syns = new ArrayList<>();
    private final List<Long> peers = new ArrayList<>();

    Guide(List<Recorded> segments, boolean ofFirst) {
        Set<Long> seen = new HashSet<>();
        for (Recorded one : segments) {
            if (!one.has(RecordedSegment.SYN) || !seen.add(one.ofFirst() ? one.seq() : ~one.seq())) {
                continue;
            }
            if (one.ofFirst() == ofFirst) {
                syns.add(one);
            } else {
                peers.add(one.micros());
            }
        }
    }

    /**
     * Whether fewer SYNs of the end were recorded until {@code micros} than its peer sent: the number of an opening is then not
     * known.
     */
    boolean lacksSyn(long micros) {
        long own = syns.stream().filter(syn -> syn.micros() <= micros).count();
        return own < peers.stream().filter(at -> at <= micros).count();
    }

    /** The number of the first SYN recorded at {@code micros} or later, else of the last one. */
    long iss(long micros) {
        return syns.stream()
                .filter(syn -> syn.micros() >= micros)
                .findFirst()
                .or(() -> syns.stream().skip(Math.max(0, syns.size() - 1)).findFirst())
                .map(Recorded::seq)
                .orElse(0L);
    }
}
