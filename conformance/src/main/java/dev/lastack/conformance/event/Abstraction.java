package dev.lastack.conformance.event;

import dev.lastack.conformance.stack.Variables;
import dev.lastack.endpoint.wire.Segment;
import dev.lastack.endpoint.wire.Segment.Timestamps;
import dev.lastack.endpoint.wire.SequenceNumbers;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.TcbView;
import dev.lastack.tcp.ControlBits;
import java.util.List;
import java.util.Optional;

/** Brings what the model shows and what executables do into the same terms. */
public final class Abstraction {

    private static final int READ = ControlBits.FIN | ControlBits.SYN | ControlBits.RST | ControlBits.ACK;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private final SequenceNumbers numbers;
    private final boolean timestamps;

    public Abstraction(SequenceNumbers numbers, boolean timestamps) {
        this.numbers = numbers;
        this.timestamps = timestamps;
    }

    /** A segment of the model, seen at instant {@code ticks}: its timestamp is then as old as the segment. */
    public AbstractSegment segment(SegmentView view, long ticks) {
        return new AbstractSegment(
                view.control(),
                numbers.of(view.seq()),
                numbers.of(view.ack()),
                view.length(),
                stamped(view) ? (ticks + view.tsVal()) & UNSIGNED : 0,
                view.incarnation());
    }

    /**
     * A segment of an executable. The model does not echo timestamps, since no rule reads the echo, nor stamp an RST, since
     * no rule reads its timestamp (RFC 7323 §5.3 R1).
     */
    public AbstractSegment segment(Segment sent, int incarnation, long base, long peerBase) {
        boolean literalZero = sent.rst() && sent.hasAck() && sent.seq() == 0;
        return new AbstractSegment(
                sent.control() & READ,
                literalZero ? 0 : numbers.of(sent.seq() - base),
                sent.hasAck() ? numbers.of(sent.ack() - peerBase) : 0,
                sent.payload().length,
                timestamps && !sent.rst()
                        ? sent.timestamps().map(Timestamps::value).orElse(0L)
                        : 0,
                incarnation);
    }

    /** Variables of an executable; those that mean nothing in its state are 0 and stay so. */
    public Variables relative(Variables shown, long base, long peerBase) {
        return base == 0 && peerBase == 0
                ? shown
                : new Variables(
                        numbers.of(shown.sndUna() - base),
                        numbers.of(shown.sndNxt() - base),
                        numbers.of(shown.rcvNxt() - peerBase));
    }

    public Event event(StepView step, long ticks) {
        Optional<AbstractSegment> arrived = step.arrived().map(view -> segment(view, ticks));
        return new Event(step.kind(), step.host(), arrived);
    }

    public Variables variables(TcbView view) {
        return switch (view.state()) {
            case CLOSED, LISTEN -> new Variables(0, 0, 0);
            case SYN_SENT -> new Variables(numbers.of(view.sndUna()), numbers.of(view.sndNxt()), 0);
            case TIME_WAIT -> new Variables(0, numbers.of(view.sndNxt()), numbers.of(view.rcvNxt()));
            default -> new Variables(numbers.of(view.sndUna()), numbers.of(view.sndNxt()), numbers.of(view.rcvNxt()));
        };
    }

    /** The same at instant {@code ticks}. */
    public At at(long ticks) {
        return new At(this, ticks);
    }

    /** What the model says at one instant. */
    public record At(Abstraction abstraction, long ticks) {

        /** What is sent in {@code move}, which leads to this instant. */
        public List<Effect.Sent> emitted(Move move) {
            return move.step().emitted().stream()
                    .map(emission -> new Effect.Sent(emission.from(), abstraction.segment(emission.segment(), ticks)))
                    .toList();
        }

        /** An end, for a ladder. */
        public String shown(TcbView view) {
            return view.state() + " " + abstraction.variables(view);
        }
    }

    private boolean stamped(SegmentView view) {
        return timestamps && !view.has(ControlBits.RST);
    }
}
