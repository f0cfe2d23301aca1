package dev.lastack.model.state;

import static dev.lastack.tcp.TcpState.CLOSE_WAIT;
import static dev.lastack.tcp.TcpState.CLOSING;
import static dev.lastack.tcp.TcpState.FIN_WAIT_1;
import static dev.lastack.tcp.TcpState.FIN_WAIT_2;
import static dev.lastack.tcp.TcpState.SYN_RECEIVED;

import dev.lastack.model.rules.Reassembly;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Close;
import dev.lastack.scenario.knobs.EndpointKnobs.CloseAs;
import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.EndpointKnobs.Open;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields that one endpoint has in a scenario: what each means, its greatest value, and when it is live. */
public final class TcbFields {

    public final StateLayout.Field state;
    /** SND.NXT; once the TCB is gone, what a monotonic ISS starts from. */
    public final StateLayout.Field sndNxt;
    /** SND.NXT - SND.UNA. */
    public final StateLayout.Field outstanding;

    public final StateLayout.Field rcvNxt;
    /** The own SYN is unacknowledged although the user has closed; in the SYN states it always is. */
    public final StateLayout.Field synUnacknowledged;
    /** The user has closed and the window has not yet let the FIN go. */
    public final StateLayout.Field finPending;

    public final StateLayout.Field passive;
    /** Octets the user has sent in this incarnation. */
    public final StateLayout.Field octetsSent;
    /** Whether octets have arrived that the user has not read. */
    public final StateLayout.Field unread;
    /** The user has closed both directions; only where the knob {@code close.as} leaves it open. */
    public final StateLayout.Field closedFully;
    /** Text or FIN held beyond RCV.NXT, by its distance from it; see {@link Reassembly}. */
    public final StateLayout.Field[] held;

    final TimerFields timers;
    final GhostFields ghosts;

    TcbFields(StateLayout.Builder builder, Host host, FieldRanges bounds) {
        Declaring declare = new Declaring(builder, host.index());
        EndpointKnobs knobs = bounds.scenario().endpoint(host);
        boolean early = knobs.user().close() == Close.EARLY;
        int mostToSend = Math.max(knobs.user().data(), early ? 1 : 0) + 1;
        int sndWnd = bounds.scenario().endpoint(host.peer()).reception().window();
        state = declare.field("state", TcpState.values().length - 1, TcpStates.ALL);
        sndNxt = declare.field(
                "SND.NXT",
                bounds.greatestNumber(),
                knobs.numbers().isn() == Isn.MONOTONIC ? TcpStates.ALL : TcpStates.ALIVE);
        outstanding = declare.field("SND.NXT-SND.UNA", Math.min(sndWnd, mostToSend), TcpStates.ALIVE)
                .alone();
        rcvNxt = declare.field("RCV.NXT", bounds.greatestNumber(), TcpStates.BEYOND_SYN_SENT);
        synUnacknowledged = declare.flag("SYN unacknowledged", early, TcpStates.set(FIN_WAIT_1, CLOSING));
        finPending = declare.flag("FIN pending", sndWnd < mostToSend, TcpStates.set(FIN_WAIT_1, CLOSING, CLOSE_WAIT));
        passive = declare.flag("passive", knobs.user().open() == Open.BOTH, TcpStates.set(SYN_RECEIVED));
        octetsSent = declare.field("octets sent", knobs.user().data(), TcpStates.OPEN_TO_SEND);
        unread = declare.flag("unread", bounds.tellsUnread(host), TcpStates.READABLE);
        closedFully = declare.flag(
                "closed both directions",
                knobs.user().closeAs() == CloseAs.EITHER,
                TcpStates.set(FIN_WAIT_1, FIN_WAIT_2));
        held = new StateLayout.Field
                [knobs.reception().reassembly() ? knobs.reception().window() - 1 : 0];
        int incarnations = bounds.environment().incarnations();
        for (int i = 0; i < held.length; i++) {
            held[i] = declare.field("held at +" + (i + 1), 2L * (incarnations + 1), TcpStates.TAKING_TEXT);
        }
        timers = new TimerFields(declare, knobs, bounds);
        ghosts = new GhostFields(
                declare, knobs, bounds.scenario().endpoint(host.peer()).user(), bounds);
    }

    /** The fields without a separate place in a {@link TcbView}. */
    public List<StateLayout.Field> shownByName() {
        List<StateLayout.Field> shown =
                new ArrayList<>(List.of(synUnacknowledged, finPending, passive, octetsSent, unread, closedFully));
        shown.addAll(List.of(timers.rexmtCount, timers.timeWaitAge, timers.challenges, timers.isnClock));
        shown.addAll(List.of(held));
        shown.addAll(List.of(ghosts.undelivered, ghosts.owed, ghosts.closedByFin, ghosts.orphan));
        return shown;
    }

    /** Declares the fields of one endpoint. */
    record Declaring(StateLayout.Builder builder, int owner) {

        StateLayout.Field field(String name, long max, Set<TcpState> live) {
            return builder.endpoint(owner, name, max, live);
        }

        StateLayout.Field flag(String name, boolean needed, Set<TcpState> live) {
            return field(name, needed ? 1 : 0, live);
        }
    }
}
