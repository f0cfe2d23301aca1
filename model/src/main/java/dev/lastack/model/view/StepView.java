package dev.lastack.model.view;

import dev.lastack.model.state.Timer;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.UserSignal;
import java.util.List;
import java.util.Optional;

/**
 * One step, told: what happened, what was sent, what was lost, and which rules decided.
 *
 * @param host where it happened; empty for a tick, and where a segment leaves the network
 * @param arrived the segment that arrived, before the step
 * @param emitted segments sent in this step, in order, each with its sender and its fate
 * @param expired segments that left the network in this step
 * @param timers timers that fired, in order
 * @param told what users were told, in order
 * @param rules citations of the rules that decided, in order ("RFC 9293 §3.10.7.4, first check: …")
 */
public record StepView(
        Kind kind,
        Optional<Host> host,
        Optional<SegmentView> arrived,
        List<Emission> emitted,
        List<Expiry> expired,
        List<Firing> timers,
        List<Telling> told,
        List<String> rules) {

    /** What kind of step. */
    public enum Kind {
        OPEN,
        SEND,
        CLOSE,
        ABORT,
        ARRIVAL,
        DUPLICATE,
        CRASH,
        FORGE,
        TICK,
        /** A timer fires at an instant at which other things happen before or after it. */
        TIMER,
        /** A segment leaves the network at such an instant. */
        LEAVE,
        /** The user reads what waits. */
        RECEIVE,
        /** The user closes both directions. */
        FULL_CLOSE,
        /** The host drops TIME-WAIT for want of control blocks. */
        EVICTION;

        /** In words: "FULL CLOSE". */
        @Override
        public String toString() {
            return name().replace('_', ' ');
        }
    }

    /** A segment sent by {@code from}; {@code overflowed}: lost at once, the network being full. */
    public record Emission(Host from, SegmentView segment, boolean overflowed) {}

    /** A segment towards {@code to} that left the network; {@code lost}: it never arrived. */
    public record Expiry(Host to, SegmentView segment, boolean lost) {}

    /** The timer of {@code host} that fired. */
    public record Firing(Host host, Timer timer) {

        /** For example "A 2MSL". */
        @Override
        public String toString() {
            return host + " " + timer.title();
        }
    }

    /** What the user of {@code host} was told. */
    public record Telling(Host host, UserSignal signal) {

        /** For example "B: connection closing". */
        @Override
        public String toString() {
            return host + ": " + signal;
        }
    }
}
