package dev.lastack.capture.scenario;

import dev.lastack.capture.connection.Address;
import dev.lastack.capture.connection.Incarnation;
import dev.lastack.capture.connection.Observer;
import dev.lastack.capture.connection.SegmentEffect;
import dev.lastack.capture.connection.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what the segments between the first two addresses of a capture say about the knobs of a scenario. */
public final class KnobObservations implements Observer {

    private final Observer next;
    private @Nullable Connection first;
    private @Nullable Incarnation current;
    private boolean several;

    /** The observed connection; A is the end that opened its first incarnation. */
    static final class Connection {
        final EndFacts a;
        final EndFacts b;
        int incarnations = 1;
        int oldCopies;
        /** Nanoseconds that an old segment was on its way at least. */
        long oldestCopy;

        boolean simultaneous;

        Connection(Address a, Address b) {
            this.a = new EndFacts(a);
            this.b = new EndFacts(b);
        }

        EndFacts of(Address address) {
            return address.equals(a.address) ? a : b;
        }

        boolean isOf(Incarnation incarnation) {
            Address one = incarnation.address(Side.A);
            Address other = incarnation.address(Side.B);
            return (one.equals(a.address) && other.equals(b.address))
                    || (one.equals(b.address) && other.equals(a.address));
        }
    }

    /** An observer that hands everything on to {@code next}. */
    public KnobObservations(Observer next) {
        this.next = next;
    }

    @Override
    public void seen(Incarnation incarnation, SegmentEffect step) {
        next.seen(incarnation, step);
        if (first == null) {
            first = new Connection(incarnation.address(Side.A), incarnation.address(Side.B));
            current = incarnation;
        }
        if (incarnation != current && !follows(incarnation)) {
            return;
        }
        first.of(incarnation.address(step.from())).sent(step);
        Incarnation older = incarnation.previous();
        if (step.copyOfOld() && older != null) {
            // It was sent before the last segment of the incarnation before was recorded.
            first.oldCopies++;
            first.oldestCopy = Math.max(first.oldestCopy, step.segment().time - older.lastTime());
        }
    }

    /** Whether {@code incarnation} is of the observed connection; a new one becomes the current one. */
    private boolean follows(Incarnation incarnation) {
        Connection connection = first;
        Incarnation older = current;
        if (connection == null || older == null || !connection.isOf(incarnation)) {
            several = true;
            return false;
        }
        if (incarnation.number() > older.number()) {
            connection.a.begins();
            connection.b.begins();
            connection.incarnations++;
            current = incarnation;
        }
        return true;
    }

    @Override
    public void ended(Incarnation incarnation) {
        next.ended(incarnation);
        Connection connection = first;
        if (connection == null || !connection.isOf(incarnation)) {
            return;
        }
        for (Side side : Side.values()) {
            connection.of(incarnation.address(side)).ended(incarnation.end(side), side == Side.A);
        }
        connection.simultaneous |= incarnation.end(Side.A).finSent()
                && incarnation.end(Side.B).finSent()
                && !incarnation.end(Side.A).finPassive()
                && !incarnation.end(Side.B).finPassive();
    }

    /** The only connection that was observed; nothing if there was none or another one too. */
    Optional<Connection> single() {
        return several ? Optional.empty() : Optional.ofNullable(first);
    }

    /** How many connections there are: none, one, or 2 for several. */
    public int connections() {
        return several ? 2 : first == null ? 0 : 1;
    }
}
