package dev.lastack.probe.measurement;

import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.probe.host.HostConnection;
import dev.lastack.probe.host.HostConnection.Sent;
import dev.lastack.probe.host.MeasuredHost;
import dev.lastack.probe.host.Peer;
import dev.lastack.probe.host.UnansweredException;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;

/** What a host answers with numbers. Times are milliseconds. */
public enum NumericQuestion {
    /** How long TIME-WAIT lasts. */
    TIME_WAIT {
        @Override
        List<Long> ask(MeasuredHost host) {
            return List.of(lifetime(host.incoming(), Situation.TIME_WAIT));
        }
    },
    /** How long an orphan stays in FIN-WAIT-2. */
    FIN_WAIT_2 {
        @Override
        List<Long> ask(MeasuredHost host) {
            return List.of(lifetime(host.incoming(), Situation.FIN_WAIT_2));
        }
    },
    /** When a FIN that nobody acknowledges was sent again, and last when LAST-ACK ended; all since the first FIN. */
    LAST_ACK {
        @Override
        List<Long> ask(MeasuredHost host) {
            return retransmissions(host.incoming());
        }
    },
    /** When a connection that gets a SYN every 25 ms for 5 s answers with challenge ACKs, since the first SYN. */
    CHALLENGES {
        @Override
        List<Long> ask(MeasuredHost host) {
            return challenges(host.incoming());
        }
    },
    /** The ISS of incarnations of one connection, one after the other, each ended by an RST. */
    ISS {
        @Override
        List<Long> ask(MeasuredHost host) {
            return initialNumbers(host.incoming());
        }
    },
    /** How far beyond SND.NXT the ISS of a connection is that was opened in TIME-WAIT by a SYN. */
    ISS_REOPENED {
        @Override
        List<Long> ask(MeasuredHost host) {
            return List.of(reopened(host.incoming()));
        }
    },
    /** When the own active OPEN first replaced TIME-WAIT, since its entry; empty if never within 4 s. */
    REUSE {
        @Override
        List<Long> ask(MeasuredHost host) {
            return reuse(host.outgoing(false), true);
        }
    },
    /** The same without timestamps. */
    REUSE_WITHOUT_TIMESTAMPS {
        @Override
        List<Long> ask(MeasuredHost host) {
            return reuse(host.outgoing(false), false);
        }
    },
    /** The same with timestamps, where the user names the port. */
    REUSE_OF_NAMED_PORT {
        @Override
        List<Long> ask(MeasuredHost host) {
            return reuse(host.outgoing(true), true);
        }
    };

    private static final long ISS_OF_PEER = 1_000_000_000L;
    private static final long LOOK = 200_000;
    private static final long CALM = 8_000_000;
    private static final long LONGEST = 180_000_000;
    private static final int MICROS = 1000;

    abstract List<Long> ask(MeasuredHost host);

    private static long lifetime(HostConnection host, Situation situation) {
        situation.reach(host, new Peer(host, true, ISS_OF_PEER));
        long start = host.now();
        while (host.state() == situation.state()) {
            if (host.now() - start > LONGEST) {
                throw new UnansweredException("it lasts longer than " + LONGEST / 1_000_000 + " s");
            }
            host.elapse(LOOK);
        }
        return (host.now() - start) / MICROS;
    }

    private static List<Long> retransmissions(HostConnection host) {
        Peer peer = new Peer(host, true, ISS_OF_PEER);
        peer.connect();
        peer.finish();
        // The rush of all the connections that begin at once is over by then.
        host.elapse(CALM);
        host.close();
        long start = peer.awaitFin().at();
        while (host.state() == TcpState.LAST_ACK && host.now() - start < LONGEST) {
            host.elapse(LOOK);
        }
        List<Long> times = new ArrayList<>();
        host.sent().stream()
                .filter(sent -> sent.segment().fin())
                .forEach(sent -> times.add((sent.at() - start) / MICROS));
        times.add((host.now() - start) / MICROS);
        return times;
    }

    private static List<Long> challenges(HostConnection host) {
        Peer peer = new Peer(host, true, ISS_OF_PEER);
        peer.connect();
        host.elapse(1_000_000);
        host.sent();
        long start = host.now();
        while (host.now() - start < 5_000_000) {
            peer.send(ControlBits.SYN, peer.hostRcvNxt(), 0, 1, 0);
            host.elapse(25_000);
        }
        return host.sent().stream()
                .map(Sent::at)
                .map(at -> (at - start) / MICROS)
                .toList();
    }

    private static List<Long> initialNumbers(HostConnection host) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Peer peer = new Peer(host, true, ISS_OF_PEER + 1000L * i);
            numbers.add(peer.connect().seq());
            peer.send(ControlBits.RST, peer.hostRcvNxt(), 0, 1, 0);
            host.elapse(50_000);
            host.sent();
        }
        return numbers;
    }

    private static long reopened(HostConnection host) {
        Peer old = new Peer(host, true, ISS_OF_PEER);
        Situation.TIME_WAIT.reach(host, old);
        Peer next = new Peer(host, true, ISS_OF_PEER + (1 << 24));
        return SequenceNumbers.WIRE.distance(old.hostSndNxt(), next.connect().seq());
    }

    private static List<Long> reuse(HostConnection host, boolean stamps) {
        Peer peer = new Peer(host, stamps, ISS_OF_PEER);
        host.open();
        peer.accept();
        host.close();
        peer.awaitFin();
        peer.acknowledge();
        peer.finish();
        long start = host.now();
        while (host.now() - start < 4_000_000) {
            if (host.open()) {
                return List.of((host.now() - start) / MICROS);
            }
            host.elapse(100_000);
        }
        return List.of();
    }
}
