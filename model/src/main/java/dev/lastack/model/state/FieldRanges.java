package dev.lastack.model.state;

import static dev.lastack.scenario.knobs.EndpointKnobs.OFF;
import static dev.lastack.scenario.knobs.EndpointKnobs.UNLIMITED;

import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.CrashClock;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import dev.lastack.scenario.knobs.EndpointKnobs.Reads;
import dev.lastack.scenario.knobs.EndpointKnobs.Retransmission;
import dev.lastack.scenario.knobs.EndpointKnobs.SynAgain;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.knobs.Environment.Start;
import dev.lastack.scenario.knobs.Host;

/** How great the values of a scenario can become: what the widths of the fields follow from. */
public record FieldRanges(Scenario scenario, InstantOrder order) {

    Environment environment() {
        return scenario.environment();
    }

    /**
     * The greatest sequence number. In an unbounded space it is a bound of the search: a step beyond it is cut. There is
     * room for every incarnation to use all its numbers, and for two more handshakes of a listener that is opened again
     * by a SYN it has seen before.
     */
    public int greatestNumber() {
        if (environment().sequenceSpace() != Environment.UNBOUNDED) {
            return environment().sequenceSpace() - 1;
        }
        int perTcb = Math.max(scenario.a().user().data(), scenario.b().user().data()) + 2;
        boolean listens =
                scenario.a().user().open() != Open.ACTIVE || scenario.b().user().open() != Open.ACTIVE;
        boolean startsAnew = isConstant(scenario.a()) && isConstant(scenario.b());
        int tcbs = (startsAnew ? 1 : environment().incarnations()) + (listens ? 2 : 0);
        return (int) StateLayout.greatest(StateLayout.bitsFor(1L + (long) tcbs * perTcb));
    }

    private static boolean isConstant(EndpointKnobs knobs) {
        return knobs.numbers().isn() == Isn.CONSTANT;
    }

    /** Both ends send timestamps; one alone does not negotiate them, RFC 7323 §1.3. */
    public boolean timestamps() {
        return scenario.a().numbers().timestamps() && scenario.b().numbers().timestamps();
    }

    /** How often a host's timestamp clock may be reset. */
    int boots() {
        boolean resets = scenario.a().crash().clock() == CrashClock.RESET
                || scenario.b().crash().clock() == CrashClock.RESET;
        return timestamps() && resets ? environment().crash() : 0;
    }

    /** Whether a rule or a claim depends on octets that the user of {@code host} has not read. */
    boolean tellsUnread(Host host) {
        return scenario.endpoint(host).user().reads() != Reads.EAGER
                && (scenario.a().user().closesFully() || scenario.b().user().closesFully());
    }

    /** The longest gap between two transmissions of the oldest unacknowledged segment, in ticks. */
    int longestRto(Retransmission knobs) {
        return Math.max(knobs.rtoMax(), knobs.backoffCap());
    }

    /** What the field "quiet" holds when a host has lost its memory: 0 if the host may speak at once. */
    public int quiet(EndpointKnobs knobs) {
        boolean seenWhenOver = knobs.crash().quietTime() > 0 && order.timersAreSteps();
        return knobs.crash().quietTime() + (seenWhenOver ? Timer.QUIET_TIME_OVER : 0);
    }

    /** What the field "ACK owed" holds when an acknowledgment begins to wait; 0 where none does. */
    public int ackOwed(EndpointKnobs knobs) {
        int delay = knobs.reception().ackDelay();
        return delay == OFF ? 0 : delay + (order.timersAreSteps() ? Timer.DELAYED_ACK_OVER : 0);
    }

    /** Up to how many retransmissions are told apart: those that R2 or the backoff depend on. */
    int retransmissionsCounted(Retransmission knobs) {
        int doublings = 0;
        if (knobs.backoffCap() != OFF) {
            // A gap of nothing stays one however often it is doubled.
            int first = knobs.rtoMin() == 0 ? knobs.rtoMax() : knobs.rtoMin();
            for (long gap = first; gap < knobs.backoffCap(); gap += gap) {
                doublings++;
            }
        }
        // Whether a SYN was sent again before decides whether it may be sent again at once.
        int atOnce = knobs.synAgain() == SynAgain.AT_ONCE ? 1 : 0;
        int counted = Math.max(doublings, atOnce);
        return knobs.limit() == UNLIMITED ? counted : Math.max(counted, knobs.limit());
    }

    /**
     * The lowest incarnation. A forged segment is of no incarnation, which is 0, and so is a TCB made by a forged SYN. Where
     * both hosts open actively each remembers the last incarnation it met, at first none.
     */
    int lowestIncarnation() {
        return environment().forge() > 0 || bothOpenActively() ? 0 : 1;
    }

    /** Both hosts may open actively, so that their OPENs may share an incarnation. */
    public boolean bothOpenActively() {
        return scenario.a().user().open() != Open.LISTEN && scenario.b().user().open() != Open.LISTEN;
    }

    /** The first incarnation that a SYN can open. */
    public int firstOpened() {
        return environment().start() == Start.ESTABLISHED ? 2 : 1;
    }

    /**
     * One bit for each incarnation that a SYN can open more than once: a host that only opens actively has one TCB in
     * each of its incarnations, so nothing needs to be remembered of it.
     */
    long establishedBits(EndpointKnobs knobs) {
        if (knobs.user().open() == Open.ACTIVE) {
            return 0;
        }
        long bits = 0;
        for (int incarnation = firstOpened(); incarnation <= environment().incarnations(); incarnation++) {
            bits += bits + 1;
        }
        return bits;
    }

    public NetworkMode networkMode() {
        return NetworkMode.of(environment());
    }

    /** Copies that the network remembers in addition to its capacity, per direction. */
    int rememberedCopies() {
        if (networkMode() != NetworkMode.MARKING) {
            return 0;
        }
        return environment().reordering() ? environment().boundedCapacity() + 2 : 1;
    }
}
