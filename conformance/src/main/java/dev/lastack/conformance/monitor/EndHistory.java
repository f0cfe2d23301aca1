package dev.lastack.conformance.monitor;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.conformance.stack.Variables;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a monitor remembers of one end, by incarnation where a later connection must not be taken for an earlier one. */
final class EndHistory {

    private final Host host;
    private final SequenceNumbers numbers;
    private final Multiset<Integer> sent = HashMultiset.create();
    private final Multiset<Integer> delivered = HashMultiset.create();
    private final Set<Integer> finished = new HashSet<>();
    private final Set<Integer> opened = new HashSet<>();
    private final List<AbstractSegment> fins = new ArrayList<>();
    private OptionalLong iss = OptionalLong.empty();
    private int owed;
    private boolean orphan;
    private boolean closed;
    private boolean replayed;

    EndHistory(Host host, SequenceNumbers numbers) {
        this.host = host;
        this.numbers = numbers;
    }

    /** Takes note of {@code step}, before the claims are asked about it. */
    void note(Occurrence step) {
        int incarnation = step.after(host).incarnation();
        if (step.began(host)) {
            begin(step);
        }
        if (step.began(host.peer())) {
            // The peer's new connection has agreed its numbers with nobody, least of all with this one.
            orphan = step.before(host).beyondSynSent();
            if (!step.before(host).alive()) {
                finished.clear();
            }
        }
        if (step.arrivedAt(host, ControlBits.FIN)) {
            fins.add(step.segment());
        }
        closed |= step.is(Kind.CLOSE, host) || step.is(Kind.FULL_CLOSE, host);
        noteOwed(step, incarnation);
        if (step.is(Kind.SEND, host)) {
            sent.add(incarnation, step.effect().accepted());
        }
        if (step.arrivedAt(host)) {
            for (byte tag : step.effect().delivered()) {
                // What another connection sent has not been received by the partner that it was meant for.
                if (tag == incarnation) {
                    delivered.add(incarnation);
                }
            }
        }
        step.effect().sent().stream()
                .filter(each -> each.from() == host && each.segment().has(ControlBits.FIN))
                .forEach(each -> finished.add(each.segment().incarnation()));
        replayed = step.effect().told(host, UserSignal.OPENED) && !opened.add(incarnation);
    }

    /** The peer sends, or something arrives that it has sent. */
    private void noteOwed(Occurrence step, int incarnation) {
        boolean partner = step.before(host).beyondSynSent()
                && step.before(host).incarnation() == step.after(host.peer()).incarnation();
        if (step.is(Kind.SEND, host.peer()) && partner) {
            owed += step.effect().accepted();
        }
        if (step.arrivedAt(host)) {
            for (byte tag : step.effect().delivered()) {
                owed -= tag == incarnation && owed > 0 ? 1 : 0;
            }
        }
    }

    private void begin(Occurrence step) {
        boolean handshake =
                step.after(host).in(TcpState.SYN_SENT) || step.after(host).in(TcpState.SYN_RECEIVED);
        Optional<Variables> variables = step.after(host).variables();
        iss = handshake && variables.isPresent()
                ? OptionalLong.of(variables.get().sndUna())
                : OptionalLong.empty();
        fins.clear();
        finished.clear();
        closed = false;
        orphan = false;
        owed = 0;
    }

    /** Octets that the peer has sent to the present connection and that have not arrived. */
    int owed() {
        return owed;
    }

    /** {@code number} lies behind the own SYN, and nothing but the SYN is before it. */
    boolean isJustBehindSyn(long number) {
        return iss.isPresent() && number == numbers.plus(iss.getAsLong(), 1);
    }

    /** The FIN that made the end of the stream: the one that arrives, or else the first that was kept until now. */
    Optional<AbstractSegment> finTaken(Occurrence step) {
        if (step.arrivedAt(host, ControlBits.FIN)) {
            return Optional.of(step.segment());
        }
        // Where TIME-WAIT is skipped, RCV.NXT is gone with the connection: it stood behind what was delivered.
        Look now = step.after(host);
        long end = now.alive()
                ? now.variables().orElseThrow().rcvNxt()
                : numbers.plus(
                        step.before(host).variables().orElseThrow().rcvNxt(),
                        step.effect().delivered().length + 1);
        return fins.stream()
                .filter(fin -> numbers.plus(fin.seq(), fin.length() + 1) == end)
                .findFirst();
    }

    /** Octets that the user has sent in {@code incarnation}. */
    int sent(int incarnation) {
        return sent.count(incarnation);
    }

    /** Octets of the peer's {@code incarnation} that the user has received. */
    int delivered(int incarnation) {
        return delivered.count(incarnation);
    }

    /** Has sent a FIN in {@code incarnation}. */
    boolean finished(int incarnation) {
        return finished.contains(incarnation);
    }

    /** The user has closed the present connection. */
    boolean closed() {
        return closed;
    }

    /** The peer it agreed its numbers with is gone, and another is in its place. */
    boolean orphan() {
        return orphan;
    }

    /** In the last step the user was told for the second time that the same incarnation is open. */
    boolean replayed() {
        return replayed;
    }
}
