package dev.lastack.endpoint.tcb;

import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.SequenceNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Text and FIN that arrived too early: beyond RCV.NXT, held until what is missing has come (SHLD-31), or with a SYN, held
 * until the connection is ESTABLISHED.
 */
public final class Reassembly {

    /** Text from {@code seq} on, then FIN if {@code fin}. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Piece(long seq, byte[] text, boolean fin) {

        /** What a segment carries; its SYN, if any, takes the number before. */
        public static Piece of(Segment segment, SequenceNumbers numbers) {
            long first = segment.syn() ? numbers.plus(segment.seq(), 1) : segment.seq();
            return new Piece(first, segment.payload(), segment.fin());
        }
    }

    private final SequenceNumbers numbers;
    private final List<Piece> pieces = new ArrayList<>();

    public Reassembly(SequenceNumbers numbers) {
        this.numbers = numbers;
    }

    /** Holds a piece; whatever it shares with others is held twice, which the window bounds. */
    public void hold(Piece piece, long rcvNxt) {
        boolean known = pieces.stream()
                .anyMatch(held -> held.seq() == piece.seq()
                        && held.text().length >= piece.text().length
                        && (held.fin() || !piece.fin()));
        if (!known) {
            pieces.add(piece);
            pieces.sort(Comparator.comparingLong(held -> numbers.distance(rcvNxt, held.seq())));
        }
    }

    /** Removes a piece that begins at or before {@code rcvNxt}. */
    public Optional<Piece> next(long rcvNxt) {
        for (Piece piece : pieces) {
            if (numbers.lessOrEqual(piece.seq(), rcvNxt)) {
                pieces.remove(piece);
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    public void clear() {
        pieces.clear();
    }
}
