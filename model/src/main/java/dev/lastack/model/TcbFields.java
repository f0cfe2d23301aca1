package dev.lastack.model;

import static dev.lastack.model.TcpState.CLOSED;
import static dev.lastack.model.TcpState.CLOSE_WAIT;
import static dev.lastack.model.TcpState.CLOSING;
import static dev.lastack.model.TcpState.ESTABLISHED;
import static dev.lastack.model.TcpState.FIN_WAIT_1;
import static dev.lastack.model.TcpState.FIN_WAIT_2;
import static dev.lastack.model.TcpState.SYN_RECEIVED;
import static dev.lastack.model.TcpState.TIME_WAIT;

import dev.lastack.scenario.EndpointKnobs;
import dev.lastack.scenario.EndpointKnobs.Close;
import dev.lastack.scenario.EndpointKnobs.Isn;
import dev.lastack.scenario.EndpointKnobs.Open;
import dev.lastack.scenario.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields that one endpoint has in a scenario: what each means, its greatest value, and when it is live. */
final class TcbFields {

    final StateLayout.Field state;
    /** SND.NXT; once the TCB is gone, what a monotonic ISS starts from. */
    final StateLayout.Field sndNxt;
    /** SND.NXT - SND.UNA. */
    final StateLayout.Field outstanding;

    final StateLayout.Field rcvNxt;
    /** The own SYN is unacknowledged although the user has closed; in the SYN states it always is. */
    final StateLayout.Field synUnacknowledged;
    /** The user has closed and the window has not yet let the FIN go. */
    final StateLayout.Field finPending;

    final StateLayout.Field passive;

    final StateLayout.Field rexmtElapsed;
    final StateLayout.Field rexmtCount;
    final StateLayout.Field timeWaitLeft;
    final StateLayout.Field timeWaitAge;
    final StateLayout.Field finWait2Left;
    final StateLayout.Field idle;
    final StateLayout.Field quietLeft;
    final StateLayout.Field challenges;
    final StateLayout.Field challengePeriodLeft;
    final StateLayout.Field isnClock;
    final StateLayout.Field tsRecentAge;
    final StateLayout.Field tsRecentBoot;
    final StateLayout.Field boot;

    /** Octets the user has sent in this incarnation. */
    final StateLayout.Field octetsSent;
    /** Text or FIN held beyond RCV.NXT, by its distance from it; see {@link Reassembly}. */
    final StateLayout.Field[] held;

    /** Ghost: the TCB's incarnation, from 0 on. */
    final StateLayout.Field incarnation;
    /** Ghost: per incarnation, whether the host was ESTABLISHED in it. */
    final StateLayout.Field wasEstablished;
    /** Ghost: octets sent in this incarnation that the peer's TCB of it has not received. */
    final StateLayout.Field undelivered;
    /** Ghost: the TCB is gone after it had closed by FIN; the peer's TCB is of the same incarnation. */
    final StateLayout.Field closedByFin;
    /** Ghost: the TCB that this one agreed its numbers with is gone. */
    final StateLayout.Field orphan;

    TcbFields(StateLayout.Builder fields, int owner, Bounds bounds, EndpointKnobs knobs, EndpointKnobs peer) {
        Declaring declare = new Declaring(fields, owner);
        Environment environment = bounds.environment();
        boolean early = knobs.close() == Close.EARLY;
        int mostToSend = Math.max(knobs.data(), early ? 1 : 0) + 1;
        int sndWnd = peer.window();
        state = declare.field("state", TcpState.values().length - 1, TcpStates.ALL);
        sndNxt = declare.field(
                "SND.NXT", bounds.greatestNumber(), knobs.isn() == Isn.MONOTONIC ? TcpStates.ALL : TcpStates.ALIVE);
        outstanding = declare.field("SND.NXT-SND.UNA", Math.min(sndWnd, mostToSend), TcpStates.ALIVE)
                .alone();
        rcvNxt = declare.field("RCV.NXT", bounds.greatestNumber(), TcpStates.BEYOND_SYN_SENT);
        synUnacknowledged = declare.flag("SYN unacknowledged", early, TcpStates.set(FIN_WAIT_1, CLOSING));
        finPending = declare.flag("FIN pending", sndWnd < mostToSend, TcpStates.set(FIN_WAIT_1, CLOSING, CLOSE_WAIT));
        passive = declare.flag("passive", knobs.open() == Open.BOTH, TcpStates.set(SYN_RECEIVED));

        rexmtElapsed = declare.field("retransmission", bounds.longestRto(knobs) - 1, TcpStates.SENDING);
        rexmtCount = declare.field("retransmissions", bounds.retransmissionsCounted(knobs), TcpStates.SENDING);
        timeWaitLeft = declare.field("2MSL", knobs.timeWait(), TcpStates.set(TIME_WAIT));
        timeWaitAge = declare.field("since TIME-WAIT", on(knobs.timeWaitReuseAfter()), TcpStates.set(TIME_WAIT));
        finWait2Left = declare.field("FIN-WAIT-2", on(knobs.finWait2Timeout()), TcpStates.set(FIN_WAIT_2));
        idle = declare.field("idle", on(knobs.keepAlive()), TcpStates.set(ESTABLISHED, FIN_WAIT_2, CLOSE_WAIT));
        quietLeft = declare.field("quiet", environment.crash() > 0 ? knobs.quietTime() : 0, TcpStates.set(CLOSED));
        challenges = declare.field("challenge ACKs", on(knobs.challengeLimit()), TcpStates.BEYOND_SYN_SENT);
        challengePeriodLeft = declare.field(
                "challenge period",
                knobs.challengeLimit() == EndpointKnobs.OFF ? 0 : knobs.challengePeriod(),
                TcpStates.BEYOND_SYN_SENT);
        isnClock = declare.field("ISN clock", knobs.isn() == Isn.CLOCK ? bounds.greatestNumber() : 0, TcpStates.ALL);
        tsRecentAge = declare.field(
                "TS.Recent age", bounds.timestamps() ? environment.msl() + 1 : 0, TcpStates.BEYOND_SYN_SENT);
        tsRecentBoot = declare.field("TS.Recent boot", bounds.boots(), TcpStates.BEYOND_SYN_SENT);
        boot = declare.field("boot", bounds.boots(), TcpStates.ALL);
        octetsSent = declare.field("octets sent", knobs.data(), TcpStates.OPEN_TO_SEND);
        held = new StateLayout.Field[knobs.reassembly() ? knobs.window() - 1 : 0];
        for (int i = 0; i < held.length; i++) {
            held[i] =
                    declare.field("held at +" + (i + 1), 2L * (environment.incarnations() + 1), TcpStates.TAKING_TEXT);
        }

        // Where OPENs may share an incarnation a host must know which ones it has already met.
        incarnation = declare.field(
                "incarnation",
                environment.incarnations() - bounds.lowestIncarnation(),
                bounds.bothOpenActively() ? TcpStates.ALL : TcpStates.ALIVE);
        wasEstablished = declare.field("was ESTABLISHED", bounds.establishedBits(knobs), TcpStates.ALL);
        undelivered = declare.field("undelivered", knobs.data(), TcpStates.SYNCHRONIZED);
        closedByFin = declare.flag("closed by FIN", true, TcpStates.GONE);
        orphan = declare.flag("orphan", true, TcpStates.BEYOND_SYN_SENT);
    }

    /** The fields that have no place of their own in a {@link TcbView}. */
    List<StateLayout.Field> shownByName() {
        List<StateLayout.Field> shown = new ArrayList<>(List.of(
                synUnacknowledged, finPending, passive, rexmtCount, timeWaitAge, challenges, isnClock, octetsSent));
        shown.addAll(List.of(held));
        shown.addAll(List.of(undelivered, closedByFin, orphan));
        return shown;
    }

    private static int on(int knob) {
        return Math.max(0, knob);
    }

    /** Declares the fields of one endpoint. */
    private record Declaring(StateLayout.Builder fields, int owner) {

        StateLayout.Field field(String name, long max, Set<TcpState> live) {
            return fields.endpoint(owner, name, max, live);
        }

        StateLayout.Field flag(String name, boolean needed, Set<TcpState> live) {
            return field(name, needed ? 1 : 0, live);
        }
    }
}
