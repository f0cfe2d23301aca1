package dev.lastack.probe.measurement;

import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.probe.host.HostConnection;
import dev.lastack.probe.host.HostConnection.Sent;
import dev.lastack.probe.host.Peer;
import dev.lastack.probe.walk.Stimulus;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import java.util.List;
import java.util.stream.Collectors;

/** Stimuli for a connection in a situation. The same case runs on the kernel and on lastack's endpoint. */
public record Case(Situation situation, List<Stimulus> stimuli) {

    /** TIME-WAIT runs for so long before the stimuli, so that a timer that starts again is seen. */
    private static final long AGE = 5_000_000;

    /** A timer that moves by less has not started again. */
    private static final long MOVED = 2_500_000;

    /** What the host sends within this time is its reply. */
    private static final long PATIENCE = 1_000_000;

    private static final long ISS = 1_000_000_000L;

    static Case of(Situation situation, Stimulus... stimuli) {
        return new Case(situation, List.of(stimuli));
    }

    /** As a reader would say it. */
    @Override
    public String toString() {
        return situation.state() + ": "
                + stimuli.stream().map(Stimulus::toString).collect(Collectors.joining(", then "));
    }

    /** Runs it on a fresh connection. */
    public Response on(HostConnection host) {
        Peer peer = new Peer(host, true, ISS);
        situation.reach(host, peer);
        boolean timed = situation == Situation.TIME_WAIT;
        if (timed) {
            host.elapse(AGE);
        }
        host.sent();
        long before = host.deadline().orElse(0);
        long rcvNxt = peer.hostRcvNxt();
        for (Stimulus stimulus : stimuli) {
            peer.send(
                    stimulus.control(),
                    rcvNxt + stimulus.seq(),
                    (stimulus.control() & ControlBits.ACK) == 0 ? 0 : peer.hostSndNxt() + stimulus.ack(),
                    stimulus.newer(),
                    stimulus.text());
        }
        host.elapse(PATIENCE);
        boolean moved = host.deadline().orElse(0) > before + MOVED;
        TcpState state = host.state();
        return response(host.sent(), state, timed && state == TcpState.TIME_WAIT && moved, rcvNxt);
    }

    private static Response response(List<Sent> sent, TcpState state, boolean restarted, long rcvNxt) {
        if (sent.isEmpty()) {
            return new Response(Response.NOTHING, state, restarted, 0, false);
        }
        Segment first = sent.get(0).segment();
        Segment last = sent.get(sent.size() - 1).segment();
        // Numbers before RCV.NXT are negative.
        long accepted = last.hasAck() && !last.rst() ? (int) SequenceNumbers.WIRE.distance(rcvNxt, last.ack()) : 0;
        return new Response(
                Response.name(first),
                state,
                restarted,
                accepted,
                first.timestamps().isPresent());
    }
}
