package dev.lastack.capture.conformance;

import dev.lastack.capture.packet.RecordedSegment;
import dev.lastack.endpoint.Reaction;
import dev.lastack.endpoint.TcpEndpoint;
import dev.lastack.endpoint.TcpRules;
import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.Tcb;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows one end through a capture with a set of {@link Candidate}s. User calls, losses and delays are chosen so that each
 * recorded segment of the end is explained; if no candidate is left, the stack cannot have sent it.
 */
final class EndSearch {

    /** Candidates that are followed at once; if more are dropped, an empty set proves nothing. */
    private static final int MOST = 32;
    /** Choices of arrivals that one recorded segment may need. */
    private static final int DEPTH = 3;
    /** Histories that are tried in one search. */
    private static final int MOST_COPIES = 3_000;
    /** Octets that may be lost before the tap in one go. */
    private static final int MOST_UNSEEN = 1 << 20;
    /** Segments of the peer that are still under way. */
    private static final int UNDER_WAY = 8;
    /** What an end sent is recorded within this time, or is lost. */
    private static final long ON_THE_WAY = 2_000_000L;
    /** At a tap a segment is processed within this time. */
    private static final long BACKLOG = 20_000L;
    /** Timers and delays are not exact: this, and a twentieth of the time that the timer ran. */
    private static final long SLACK = 200_000L;

    private static final Set<TcpState> OPEN =
            EnumSet.of(TcpState.ESTABLISHED, TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2, TcpState.CLOSE_WAIT);
    private static final Set<TcpState> SENDING = EnumSet.of(
            TcpState.ESTABLISHED, TcpState.FIN_WAIT_1, TcpState.CLOSE_WAIT, TcpState.CLOSING, TcpState.LAST_ACK);

    private final List<Recorded> segments;
    private final boolean ofFirst;
    private final boolean tapped;
    private final TcpRules rules;
    private final Guide guide;
    private List<Candidate> candidates = new ArrayList<>();
    private final boolean exhaustive;
    private boolean dropped;
    private int copies;

    private EndSearch(RecordedSegments trace, boolean ofFirst, Stack stack, boolean exhaustive) {
        this.exhaustive = exhaustive;
        this.segments = trace.segments();
        this.ofFirst = ofFirst;
        this.tapped = trace.tappedAt(ofFirst);
        EndpointConfig config = stack.config(trace.widest(ofFirst));
        this.rules = new TcpRules(config);
        this.guide = new Guide(segments, ofFirst);
        candidates.add(new Candidate(guide, config));
    }

    /**
     * The verdict on {@code stack}. The first search lets nothing arrive that a segment does not need; only if it fails, the second
     * tries everything.
     */
    static Fit of(RecordedSegments trace, boolean ofFirst, Stack stack) {
        Fit quick = new EndSearch(trace, ofFirst, stack, false).run();
        return quick.verdict() == Fit.Verdict.EXPLAINED ? quick : new EndSearch(trace, ofFirst, stack, true).run();
    }

    private Fit run() {
        for (Recorded one : segments) {
            candidates = distinct(candidates.stream()
                    .flatMap(candidate -> timers(candidate, one.micros()).stream())
                    .toList());
            if (one.ofFirst() != ofFirst) {
                candidates.forEach(candidate -> sendTo(candidate, one));
                continue;
            }
            Set<String> before = states();
            dropped |= mayHaveEndedUnseen(one);
            List<Candidate> after = new ArrayList<>();
            for (Candidate candidate : candidates) {
                after.addAll(explained(candidate, one, DEPTH));
                if (copies > MOST_COPIES) {
                    return Fit.undecided(one);
                }
            }
            candidates = distinct(after);
            if (candidates.isEmpty()) {
                return dropped || (!tapped && guide.lacksSyn(one.micros()))
                        ? Fit.undecided(one)
                        : Fit.refuted(one, String.join("|", before));
            }
        }
        return Fit.explained();
    }

    /**
     * Whether {@code one} may come from an end whose user has closed for good since, in FIN-WAIT-2: no segment shows that call, and
     * the timer that it starts ends the connection.
     */
    private boolean mayHaveEndedUnseen(Recorded one) {
        return (one.has(RecordedSegment.SYN) || one.has(RecordedSegment.RST))
                && candidates.stream()
                        .anyMatch(candidate -> candidate.state() == TcpState.FIN_WAIT_2
                                && !candidate.tcb().orphan()
                                && candidate.config().knobs().finWait2().timeout() != EndpointKnobs.OFF);
    }

    private Set<String> states() {
        Set<String> states = new TreeSet<>();
        candidates.forEach(candidate -> states.add(candidate.state().toString()));
        return states;
    }

    private List<Candidate> distinct(List<Candidate> all) {
        Map<String, Candidate> distinct = new LinkedHashMap<>();
        all.forEach(candidate -> distinct.putIfAbsent(candidate.signature(), candidate));
        dropped |= distinct.size() > MOST;
        return distinct.values().stream().limit(MOST).toList();
    }

    private void sendTo(Candidate candidate, Recorded one) {
        if (candidate.underWay().size() == UNDER_WAY) {
            // Older ones are lost unless the tap says otherwise.
            candidate.underWay().remove(0);
            dropped = true;
        }
        candidate.send(one);
    }

    /** Fires what is due. Near the end of TIME-WAIT and FIN-WAIT-2 both are possible, fired and not. */
    private List<Candidate> timers(Candidate candidate, long micros) {
        candidate.unrecorded().removeIf(sent -> micros - sent.micros() > ON_THE_WAY);
        if (tapped) {
            deliver(candidate, micros);
        }
        List<Candidate> all = new ArrayList<>(List.of(candidate));
        while (candidate.deadline() <= micros && !waits(candidate)) {
            fire(candidate);
        }
        if (waits(candidate)) {
            long slack = SLACK + candidate.config().tick() + length(candidate) / 20;
            if (candidate.deadline() + slack < micros) {
                fire(candidate);
            } else if (candidate.deadline() - slack <= micros) {
                Candidate fired = copy(candidate);
                fire(fired);
                all.add(fired);
            }
        }
        return all;
    }

    /** What arrived at the tap more than a moment ago has been processed. */
    private static void deliver(Candidate candidate, long micros) {
        for (Recorded one : List.copyOf(candidate.underWay())) {
            if (micros - one.micros() > BACKLOG) {
                candidate.arrive(one, one.micros());
            }
        }
    }

    private static boolean waits(Candidate candidate) {
        boolean waiting = candidate.state() == TcpState.TIME_WAIT || candidate.state() == TcpState.FIN_WAIT_2;
        return waiting && candidate.deadline() != Long.MAX_VALUE;
    }

    private long length(Candidate candidate) {
        return candidate.state() == TcpState.TIME_WAIT
                ? rules.timeWait()
                : candidate
                        .config()
                        .micros(candidate.config().knobs().finWait2().timeout());
    }

    private static void fire(Candidate candidate) {
        candidate.happen(candidate.deadline(), (end, now) -> end.advance(now));
    }

    /** All ways to have sent {@code one} now, with at most {@code depth} choices of what arrived before. */
    private List<Candidate> explained(Candidate candidate, Recorded one, int depth) {
        List<Candidate> ways = new ArrayList<>(direct(candidate, one));
        if (depth == 0 || copies > MOST_COPIES || (!exhaustive && !ways.isEmpty())) {
            // A longer series of arrivals might explain it, so that finding no way proves nothing.
            dropped |= depth == 0 && !tapped && !candidate.underWay().isEmpty();
            return ways;
        }
        if (!tapped) {
            for (Candidate ahead : unseen(candidate, one)) {
                ways.addAll(explained(ahead, one, depth - 1));
            }
        }
        List<Recorded> underWay = new ArrayList<>(candidate.underWay());
        if (exhaustive && !tapped) {
            underWay.addAll(candidate.arrived());
        }
        for (int i = 0; i < underWay.size(); i++) {
            Recorded arriving = underWay.get(i);
            if (tapped && i > 0) {
                break; // The tap shows the order.
            }
            for (Candidate next : readied(candidate, arriving, one.micros())) {
                ways.addAll(explained(next.arrive(arriving, one.micros()), one, depth - 1));
            }
        }
        if (depth == DEPTH && candidate.underWay().size() > 1) {
            Candidate all = copy(candidate);
            for (Recorded arriving : candidate.underWay()) {
                all.arrive(arriving, one.micros());
                ways.addAll(direct(all, one));
            }
        }
        return distinct(ways);
    }

    /** Text, or text and a FIN, that the end sent before {@code one} and that was lost on its way to the tap. */
    private List<Candidate> unseen(Candidate candidate, Recorded one) {
        int gap = (int) (one.seq() - candidate.tcb().sndNxt());
        if (gap <= 0 || gap > MOST_UNSEEN || one.has(RecordedSegment.SYN) || !SENDING.contains(candidate.state())) {
            return List.of();
        }
        List<Candidate> ways = new ArrayList<>();
        ways.add(copy(candidate).happen(one.micros(), (end, now) -> end.send(new byte[gap], now)));
        Candidate finished = copy(candidate);
        if (gap > 1) {
            finished.happen(one.micros(), (end, now) -> end.send(new byte[gap - 1], now));
        }
        ways.add(finished.happen(one.micros(), TcpEndpoint::shutdown));
        return ways;
    }

    /** A host without a connection may listen when a SYN comes. */
    private List<Candidate> readied(Candidate candidate, Recorded arriving, long micros) {
        List<Candidate> ready = new ArrayList<>(List.of(copy(candidate)));
        if (candidate.state() == TcpState.CLOSED && arriving.flags() == RecordedSegment.SYN) {
            ready.add(copy(candidate).happen(micros, (end, now) -> end.listen(now)));
        }
        return ready;
    }

    private Candidate copy(Candidate candidate) {
        copies++;
        return candidate.copy();
    }

    /** Ways without further arrivals: it was sent before, a user asks for it, or nothing that is compared speaks against it. */
    private List<Candidate> direct(Candidate candidate, Recorded one) {
        List<Candidate> ways = new ArrayList<>();
        if (candidate.unrecorded().stream().anyMatch(sent -> one.is(sent.segment()))) {
            taken(copy(candidate), one, ways);
        }
        for (Candidate.Event call : calls(candidate, one)) {
            taken(copy(candidate).happen(one.micros(), call), one, ways);
        }
        if (ways.isEmpty() && notCompared(candidate, one)) {
            ways.add(copy(candidate));
        }
        return ways;
    }

    /** The user calls that can make the end send {@code one}, each of them at SND.NXT. */
    private static List<Candidate.Event> calls(Candidate candidate, Recorded one) {
        if (one.flags() == RecordedSegment.SYN) {
            return switch (candidate.state()) {
                case CLOSED, LISTEN, TIME_WAIT -> List.of(TcpEndpoint::open);
                // RFC 9293 §3.10.4: CLOSE in SYN-SENT sends nothing.
                case SYN_SENT -> List.of(EndSearch::openAgain);
                default -> List.of();
            };
        }
        boolean next = one.seq() == candidate.tcb().sndNxt();
        boolean acks =
                one.has(RecordedSegment.RST) || one.ack() == candidate.tcb().rcvNxt();
        if (!next || !acks || one.has(RecordedSegment.SYN)) {
            return List.of();
        }
        if (one.has(RecordedSegment.FIN)) {
            return List.of(TcpEndpoint::shutdown, TcpEndpoint::close);
        }
        if (one.has(RecordedSegment.RST)) {
            return List.of(TcpEndpoint::abort);
        }
        return one.text() > 0 ? List.of((end, now) -> end.send(new byte[one.text()], now)) : List.of();
    }

    private static Reaction openAgain(TcpEndpoint endpoint, long now) {
        endpoint.close(now);
        return endpoint.open(now);
    }

    /** Adds {@code candidate} to {@code ways} if it has sent {@code one}. */
    private static void taken(Candidate candidate, Recorded one, List<Candidate> ways) {
        List<Candidate.Emitted> sent = candidate.unrecorded();
        for (int i = 0; i < sent.size(); i++) {
            if (one.is(sent.get(i).segment())) {
                sent.remove(i);
                ways.add(candidate);
                return;
            }
        }
    }

    /**
     * A retransmission, whose timeout depends on what the end measured; a window update, a delayed ACK, a keep-alive probe:
     * pacing, not rules.
     */
    private boolean notCompared(Candidate candidate, Recorded one) {
        Tcb tcb = candidate.tcb();
        if (repeats(tcb, one)) {
            return true;
        }
        if (one.has(RecordedSegment.SYN | RecordedSegment.FIN | RecordedSegment.RST)
                || one.ack() != tcb.rcvNxt()
                || one.timestamps().isPresent() != tcb.timestamps()) {
            return false;
        }
        if (one.text() > 0) {
            // No more than half of the space lies between the first octet and SND.NXT.
            return SENDING.contains(tcb.state()) && before(tcb.iss(), one.seq()) && !before(tcb.sndNxt(), one.end());
        }
        boolean textCame = tcb.rcvNxt() != ((tcb.irs + 1) & 0xFFFF_FFFFL);
        boolean update = OPEN.contains(tcb.state()) && one.seq() == tcb.sndNxt() && textCame;
        boolean probe = rules.keepsAlive(tcb) && one.seq() == ((tcb.sndNxt() - 1) & 0xFFFF_FFFFL);
        return one.pureAck() && (update || probe);
    }

    /** The own SYN or FIN again while it is not acknowledged. */
    private static boolean repeats(Tcb tcb, Recorded one) {
        boolean ackFits = one.has(RecordedSegment.ACK) ? one.ack() == tcb.rcvNxt() : tcb.state() == TcpState.SYN_SENT;
        boolean syn = one.has(RecordedSegment.SYN) && one.seq() == tcb.iss() && tcb.sndUna() == tcb.iss();
        boolean fin = one.has(RecordedSegment.FIN)
                && one.seq() == tcb.finSeq()
                && (tcb.state() == TcpState.FIN_WAIT_1
                        || tcb.state() == TcpState.CLOSING
                        || tcb.state() == TcpState.LAST_ACK);
        boolean stamped = one.timestamps().isPresent() == tcb.timestamps() || tcb.state() == TcpState.SYN_SENT;
        return !one.has(RecordedSegment.RST) && ackFits && stamped && (syn || (fin && !one.has(RecordedSegment.SYN)));
    }

    private static boolean before(long left, long right) {
        return (int) (left - right) < 0;
    }
}
