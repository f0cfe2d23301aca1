package dev.lastack.probe.walk;

import static dev.lastack.tcp.ControlBits.ACK;
import static dev.lastack.tcp.ControlBits.SYN;

import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.Segment.Timestamps;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.probe.host.HostConnection;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A walk on one connection, step by step; the peer keeps the numbers that the host has shown. */
final class WalkRun {

    private static final long ISS = 1_000_000_000L;
    private static final int WINDOW = 0xFFFF;
    private static final int MSS = 1460;
    private static final SequenceNumbers NUMBERS = SequenceNumbers.WIRE;

    private final HostConnection host;
    private final List<StackOutcome> outcomes = new ArrayList<>();

    /** Where the numbers of the two ends began, as outcomes count them. */
    private long hostStart;

    private long peerStart = ISS;
    private long hostNxt;
    private long rcvNxt = ISS;
    private long stamp = ISS / 1000;
    private long echo;
    private boolean shutDown;
    private boolean closed;
    private OptionalLong timerBefore = OptionalLong.empty();

    WalkRun(HostConnection host) {
        this.host = host;
    }

    HostConnection host() {
        return host;
    }

    List<StackOutcome> outcomes() {
        return outcomes;
    }

    void sendSyn() {
        deliver(Stimulus.of(SYN));
    }

    /** Acknowledges the host's SYN. */
    void synchronise() {
        sent();
        deliver(Stimulus.of(ACK));
        outcomes.clear();
    }

    void act(StackAction action) {
        timerBefore = host.state() == TcpState.TIME_WAIT ? host.deadline() : OptionalLong.empty();
        if (action instanceof StackAction.Arrival arrival) {
            deliver(arrival.stimulus());
        } else if (action instanceof StackAction.UserCall user) {
            call(user.call());
        }
    }

    /** After CLOSE a user has no connection left to call; after CLOSE of one direction, none to send on. */
    private void call(StackAction.Call call) {
        if (closed || (shutDown && (call == StackAction.Call.SEND || call == StackAction.Call.SHUTDOWN))) {
            return;
        }
        switch (call) {
            case SEND -> host.send(1);
            case RECEIVE -> host.receive();
            case SHUTDOWN -> {
                shutDown = true;
                host.shutdown();
            }
            case CLOSE -> {
                closed = true;
                host.close();
            }
        }
    }

    /** Notes what the last step caused; true if the connection is still there. */
    boolean observe(long elapsed) {
        List<RelativeSegment> sent = sent();
        TcpState state = host.state();
        boolean restarted = state == TcpState.TIME_WAIT
                && timerBefore.isPresent()
                && host.deadline().orElse(0) > timerBefore.getAsLong() + elapsed / 4;
        outcomes.add(new StackOutcome(sent, state, restarted));
        return state != TcpState.CLOSED;
    }

    private void deliver(Stimulus stimulus) {
        boolean syn = (stimulus.control() & SYN) != 0;
        boolean ack = (stimulus.control() & ACK) != 0;
        long value = stamp + stimulus.newer();
        stamp = Math.max(stamp, value);
        host.deliver(new Segment(
                NUMBERS.of(rcvNxt + stimulus.seq()),
                ack ? NUMBERS.of(hostNxt + stimulus.ack()) : 0,
                stimulus.control(),
                WINDOW,
                syn ? OptionalInt.of(MSS) : OptionalInt.empty(),
                Optional.of(new Timestamps(value, ack ? echo : 0)),
                new byte[stimulus.text()]));
    }

    private List<RelativeSegment> sent() {
        List<RelativeSegment> shown = new ArrayList<>();
        for (HostConnection.Sent one : host.sent()) {
            Segment segment = one.segment();
            segment.timestamps().ifPresent(option -> echo = option.value());
            if (segment.syn()) {
                beginAgain(segment);
            }
            boolean again = !segment.rst()
                    && !segment.syn()
                    && segment.length() > 0
                    && !NUMBERS.less(hostNxt, NUMBERS.plus(segment.seq(), segment.length()));
            if (!again) {
                shown.add(shown(segment));
            }
            note(segment);
        }
        return shown;
    }

    private void beginAgain(Segment segment) {
        hostStart = segment.seq();
        hostNxt = segment.seq();
        peerStart = NUMBERS.of(segment.ack() - 1);
        rcvNxt = segment.ack();
    }

    private void note(Segment segment) {
        if (segment.rst()) {
            return;
        }
        long end = NUMBERS.plus(segment.seq(), segment.length());
        if (NUMBERS.less(hostNxt, end)) {
            hostNxt = end;
        }
        if (segment.hasAck() && NUMBERS.less(rcvNxt, segment.ack())) {
            rcvNxt = segment.ack();
        }
    }

    private RelativeSegment shown(Segment segment) {
        if (segment.rst()) {
            return segment.seq() == 0
                    ? RelativeSegment.RST_WITHOUT_NUMBER
                    : new RelativeSegment("RST", relative(hostStart, segment.seq()), 0, 0);
        }
        String bits = (segment.syn() ? "SYN," : "") + (segment.fin() ? "FIN," : "") + (segment.hasAck() ? "ACK" : "");
        return new RelativeSegment(
                bits, relative(hostStart, segment.seq()), relative(peerStart, segment.ack()), segment.payload().length);
    }

    private static int relative(long start, long number) {
        return (int) NUMBERS.distance(start, number);
    }
}
