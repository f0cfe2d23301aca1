package dev.lastack.conformance.packetdrill.network;

import dev.lastack.conformance.packetdrill.script.Packet;
import dev.lastack.conformance.packetdrill.script.TcpOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Translates between a script's numbers and those of one four-tuple. In a SYN a script writes initial sequence numbers
 * themselves; everywhere else numbers count from the first, in each direction, as in packetdrill: a later incarnation of
 * the four-tuple changes no base. The peer's are the script's own; the stack chooses its own, and the first is learned
 * from the SYN that the script first expects. A later incarnation's is compared: it lies as far from the first as the
 * script says. TSvals of the stack are learned where a script expects one.
 */
public final class SequenceMap {

    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private long remoteIsn;
    private long localIsn;
    private boolean localKnown;
    private long newestIsn;
    private OptionalLong answered = OptionalLong.empty();
    private long isnOffset;
    private boolean isnNamed;
    private boolean remoteKnown;
    private long pendingRemoteIsn;
    private long newestTsVal;
    private OptionalLong tsOffset = OptionalLong.empty();
    private final Map<Long, Long> tsVals = new HashMap<>();

    /** The numbers that reach the stack for a packet that the script injects. */
    Packet toWire(Packet packet) {
        if (packet.has('S')) {
            pendingRemoteIsn = packet.sequence();
            if (!remoteKnown) {
                remoteIsn = pendingRemoteIsn;
            }
        }
        boolean syn = packet.has('S');
        long ackOffset = syn ? -isnOffset : localIsn;
        return renumbered(
                packet,
                packet.sequence() + (syn ? 0 : remoteIsn),
                packet.has('.') ? plus(packet.ack(), ackOffset) : packet.ack(),
                option -> inboundOption(option, ackOffset));
    }

    /**
     * Learns the stack's numbers from its SYN, and from its first acknowledgment which of the peer's SYNs counts; call
     * with every segment that the stack sent, in order.
     */
    void observe(Packet sent) {
        if (sent.has('S') && beginsIncarnation(sent)) {
            if (!localKnown) {
                localIsn = sent.sequence();
                isnOffset = -localIsn;
            }
            localKnown = true;
            newestIsn = sent.sequence();
            answered = OptionalLong.empty();
            tsVals.clear();
            tsOffset = OptionalLong.empty();
        }
        if (sent.has('S') && sent.ack().isPresent()) {
            answered = sent.ack();
        }
        boolean acknowledges = sent.ack().isPresent() && sent.ack().getAsLong() == ((pendingRemoteIsn + 1) & UNSIGNED);
        if (!remoteKnown && acknowledges && !sent.has('R')) {
            remoteIsn = pendingRemoteIsn;
            remoteKnown = true;
        }
        timestamps(sent).ifPresent(option -> newestTsVal = option.values().get(0));
    }

    /** A SYN with another number than the last, or that answers another SYN of the peer, is none sent again. */
    private boolean beginsIncarnation(Packet syn) {
        boolean answersAnother =
                answered.isPresent() && syn.ack().isPresent() && !syn.ack().equals(answered);
        return !localKnown || syn.sequence() != newestIsn || answersAnother;
    }

    /** How many of {@code sent} octets SND.UNA has passed; the SYN before and the FIN behind them do not count. */
    long acknowledged(long sndUna, long sent) {
        return Math.max(0, Math.min(sent, (int) (sndUna - newestIsn) - 1));
    }

    /** The script's numbers of a segment that the stack sent, to compare with {@code expected}. */
    public Packet toScript(Packet sent, Packet expected) {
        if (!isnNamed && sent.has('S') && expected.has('S') && expected.sequence() != Packet.ANY) {
            isnOffset = expected.sequence() - sent.sequence();
            isnNamed = true;
        }
        learnTimestamps(sent, expected);
        return toScript(sent);
    }

    /** The script's numbers of a segment that the stack sent. */
    public Packet toScript(Packet sent) {
        boolean syn = sent.has('S');
        long ackOffset = syn ? 0 : -remoteIsn;
        return renumbered(
                sent,
                sent.sequence() + (syn ? isnOffset : -localIsn),
                plus(sent.ack(), ackOffset),
                option -> outboundOption(option, ackOffset));
    }

    private void learnTimestamps(Packet sent, Packet expected) {
        Optional<TcpOption> live = timestamps(sent);
        Optional<TcpOption> script = timestamps(expected);
        if (live.isPresent() && script.isPresent()) {
            long liveVal = live.get().values().get(0);
            long scriptVal = script.get().values().get(0);
            if (scriptVal == Packet.ANY) {
                return;
            }
            tsVals.put(scriptVal, liveVal);
            if (tsOffset.isEmpty()) {
                tsOffset = OptionalLong.of(scriptVal - liveVal);
            }
        }
    }

    private static Optional<TcpOption> timestamps(Packet packet) {
        return packet.options().orElse(List.of()).stream()
                .filter(option -> option.kind() == TcpOption.Kind.TIMESTAMPS)
                .findFirst();
    }

    private TcpOption inboundOption(TcpOption option, long ackOffset) {
        return switch (option.kind()) {
            case SACK -> shifted(option, edge -> edge + ackOffset);
            case TIMESTAMPS ->
                new TcpOption(
                        option.kind(),
                        List.of(option.values().get(0), echoed(option.values().get(1))));
            case EOL, NOP, MSS, WSCALE, SACK_OK -> option;
        };
    }

    private TcpOption outboundOption(TcpOption option, long ackOffset) {
        return switch (option.kind()) {
            case SACK -> shifted(option, edge -> edge + ackOffset);
            case TIMESTAMPS ->
                new TcpOption(
                        option.kind(),
                        List.of(
                                (option.values().get(0) + tsOffset.orElse(0)) & UNSIGNED,
                                option.values().get(1)));
            case EOL, NOP, MSS, WSCALE, SACK_OK -> option;
        };
    }

    /** The TSval that a script's TSecr means; where the script named none so far, the newest one. */
    private long echoed(long scriptEcr) {
        Long exact = tsVals.get(scriptEcr);
        if (exact != null || scriptEcr == 0) {
            return exact == null ? 0 : exact;
        }
        return tsOffset.isPresent() ? (scriptEcr - tsOffset.getAsLong()) & UNSIGNED : newestTsVal;
    }

    private static TcpOption shifted(TcpOption option, LongUnaryOperator shift) {
        return new TcpOption(
                option.kind(),
                option.values().stream()
                        .map(value -> shift.applyAsLong(value) & UNSIGNED)
                        .toList());
    }

    private static Packet renumbered(Packet packet, long sequence, OptionalLong ack, UnaryOperator<TcpOption> option) {
        return packet.withRange(sequence & UNSIGNED, packet.length())
                .withAck(ack.isPresent() ? OptionalLong.of(ack.getAsLong() & UNSIGNED) : ack)
                .withOptions(
                        packet.options().map(all -> all.stream().map(option).toList()));
    }

    private static OptionalLong plus(OptionalLong number, long offset) {
        return number.isPresent() ? OptionalLong.of(number.getAsLong() + offset) : number;
    }
}
