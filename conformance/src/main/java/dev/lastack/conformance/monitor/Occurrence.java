package dev.lastack.conformance.monitor;

import dev.lastack.conformance.event.AbstractSegment;
import dev.lastack.conformance.event.Effect;
import dev.lastack.conformance.event.Event;
import dev.lastack.model.view.StepView.Kind;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import dev.lastack.tcp.UserSignal;
import java.util.Set;

/**
 * One step of a pair of executables, as seen by a monitor that knows which incarnation sent every segment.
 *
 * @param inFlight the incarnations of the segments that the network still holds after the step
 */
public record Occurrence(Event event, Effect effect, Looks before, Looks after, Set<Integer> inFlight) {

    Look before(Host host) {
        return before.of(host);
    }

    public Look after(Host host) {
        return after.of(host);
    }

    boolean is(Kind kind) {
        return event.kind() == kind;
    }

    /** A user's call or the like, at {@code host}. */
    boolean is(Kind kind, Host host) {
        return is(kind) && at(host);
    }

    private boolean at(Host host) {
        return event.host().filter(host::equals).isPresent();
    }

    /** A segment arrived at {@code host}. */
    boolean arrivedAt(Host host) {
        return event.arrival() && at(host);
    }

    /** A segment with these control bits arrived at {@code host}. */
    boolean arrivedAt(Host host, int control) {
        return arrivedAt(host) && segment().has(control);
    }

    /** What arrived at {@code host} was sent by, or provoked by, another incarnation of the connection. */
    boolean oldAt(Host host) {
        return arrivedAt(host) && segment().incarnation() != after(host).incarnation();
    }

    AbstractSegment segment() {
        return event.segment().orElseThrow();
    }

    /** A connection of {@code host} began, possibly in the place of its TIME-WAIT. */
    public boolean began(Host host) {
        return after(host).alive() && (!before(host).alive() || replaced(host));
    }

    /** {@code host} has other numbers than before, or is in another state. */
    boolean moved(Host host) {
        return !before(host).state().equals(after(host).state())
                || !before(host).variables().equals(after(host).variables());
    }

    /** A connection of {@code host} is gone. */
    boolean ended(Host host) {
        return before(host).alive() && (!after(host).alive() || replaced(host));
    }

    private boolean replaced(Host host) {
        return before(host).in(TcpState.TIME_WAIT)
                && (after(host).in(TcpState.SYN_SENT) || after(host).in(TcpState.SYN_RECEIVED));
    }

    /** An arriving segment ended the connection of {@code host} by its ACK or FIN, not by RST, SYN or text that nobody reads. */
    boolean endedByAcknowledgment(Host host) {
        return ended(host)
                && arrivedAt(host, ControlBits.ACK)
                && !segment().has(ControlBits.RST)
                && !segment().has(ControlBits.SYN)
                && !effect.told(host, UserSignal.RESET);
    }

    /** The connection of {@code host} ended by the will of its user, or with its memory. */
    boolean endedByOwnUser(Host host) {
        return ended(host) && (is(Kind.ABORT, host) || is(Kind.FULL_CLOSE, host) || is(Kind.CRASH, host));
    }
}
