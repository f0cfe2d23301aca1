package dev.lastack.endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Text and FIN that arrived too early: beyond RCV.NXT, held until what is missing has come (SHLD-31), or with a SYN, held
 * until the connection is ESTABLISHED.
 */
final class Reassembly {

    /** Text from {@code seq} on, then FIN if {@code fin}. */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(long seq, byte[] text, boolean fin) {

        /** What a segment carries; its SYN, if any, takes the number before. */
        static Piece of(Segment segment, SequenceNumbers numbers) {
            long first = segment.syn() ? numbers.plus(segment.seq(), 1) : segment.seq();
            return new Piece(first, segment.payload(), segment.fin());
        }
    }

    private final SequenceNumbers numbers;
    private final List<Piece> pieces = new ArrayList<>();

    Reassembly(SequenceNumbers numbers) {
        this.numbers = numbers;
    }

    /** Holds a piece; whatever it shares with others is held twice, which the window bounds. */
    void hold(Piece piece, long rcvNxt) {
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
    Optional<Piece> next(long rcvNxt) {
        for (Piece piece : pieces) {
            if (numbers.lessOrEqual(piece.seq(), rcvNxt)) {
                pieces.remove(piece);
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    void clear() {
        pieces.clear();
    }
}
