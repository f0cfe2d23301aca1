package dev.lastack.probe.host;

import static dev.lastack.tcp.ControlBits.ACK;
import static dev.lastack.tcp.ControlBits.FIN;
import static dev.lastack.tcp.ControlBits.SYN;

import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.Segment.Timestamps;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.probe.host.HostConnection.Sent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Our end of a connection of the host: it sends what it is told, and keeps the numbers. */
public final class Peer {

    private static final int WINDOW = 0xFFFF;
    private static final int MSS = 1460;
    private static final long PATIENCE = 20_000_000;
    private static final long LOOK = 20_000;
    private static final SequenceNumbers NUMBERS = SequenceNumbers.WIRE;

    private final HostConnection host;
    private final boolean stamps;
    private long hostNxt;
    private long hostRcvNxt;
    private long stamp;
    private long echo;

    /** A peer that starts its numbers at {@code iss}; the greater they are, the newer are its timestamps. */
    public Peer(HostConnection host, boolean stamps, long iss) {
        this.host = host;
        this.stamps = stamps;
        this.hostRcvNxt = NUMBERS.of(iss);
        this.stamp = iss / 1000;
    }

    /** What the host expects next, its RCV.NXT. */
    public long hostRcvNxt() {
        return hostRcvNxt;
    }

    /** What the host sends next, its SND.NXT. */
    public long hostSndNxt() {
        return hostNxt;
    }

    /** Three-way handshake, opened by the peer. */
    public Segment connect() {
        send(SYN, hostRcvNxt, 0, 1, 0);
        hostRcvNxt = NUMBERS.plus(hostRcvNxt, 1);
        Segment answer = await(segment -> segment.syn() && segment.hasAck());
        acknowledge();
        return answer;
    }

    /** Three-way handshake, opened by the host. */
    public void accept() {
        await(segment -> segment.syn() && !segment.hasAck());
        send(SYN | ACK, hostRcvNxt, hostNxt, 1, 0);
        hostRcvNxt = NUMBERS.plus(hostRcvNxt, 1);
        await(segment -> segment.hasAck() && segment.ack() == hostRcvNxt);
    }

    /** Acknowledges everything that the host has sent. */
    public void acknowledge() {
        send(ACK, hostRcvNxt, hostNxt, 1, 0);
    }

    /** Sends a FIN and waits until the host has acknowledged it. */
    public void finish() {
        send(FIN | ACK, hostRcvNxt, hostNxt, 1, 0);
        hostRcvNxt = NUMBERS.plus(hostRcvNxt, 1);
        await(segment -> segment.hasAck() && segment.ack() == hostRcvNxt);
    }

    /** Waits for the host's FIN. */
    public Sent awaitFin() {
        return awaitSent(Segment::fin);
    }

    /**
     * Sends one segment.
     *
     * @param newer by how much its timestamp is beyond the last one, which may be negative
     * @param text octets of text
     */
    public void send(int control, long seq, long ack, int newer, int text) {
        boolean syn = (control & SYN) != 0;
        Optional<Timestamps> option =
                stamps ? Optional.of(new Timestamps(stamp + newer, (control & ACK) != 0 ? echo : 0)) : Optional.empty();
        stamp = Math.max(stamp, stamp + newer);
        host.deliver(new Segment(
                NUMBERS.of(seq),
                NUMBERS.of(ack),
                control,
                WINDOW,
                syn ? OptionalInt.of(MSS) : OptionalInt.empty(),
                option,
                new byte[text]));
    }

    private Segment await(Predicate<Segment> wanted) {
        return awaitSent(wanted).segment();
    }

    private Sent awaitSent(Predicate<Segment> wanted) {
        long end = host.now() + PATIENCE;
        while (host.now() < end) {
            for (Sent sent : host.sent()) {
                note(sent.segment());
                if (wanted.test(sent.segment())) {
                    return sent;
                }
            }
            host.elapse(LOOK);
        }
        throw new UnansweredException("the host did not answer; it is in " + host.state());
    }

    /** What the host has sent since it was last looked at. */
    public List<Sent> replies() {
        return host.sent();
    }

    private void note(Segment segment) {
        if (segment.length() > 0) {
            hostNxt = NUMBERS.plus(segment.seq(), segment.length());
        }
        segment.timestamps().ifPresent(option -> echo = option.value());
    }
}
