package dev.lastack.model.view;

import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.rules.Timeouts;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.SegmentKind;
import dev.lastack.model.state.SharedFields;
import dev.lastack.model.state.StateLayout;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.TcbFields;
import dev.lastack.model.state.Timer;
import dev.lastack.model.state.TimerFields;
import dev.lastack.model.steps.Forgeries;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.ControlBits;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Decodes packed states, segments and actions into what people and renderers read. */
public final class Views {

    private final ResolvedScenario setting;
    private final Decisions decisions;

    public Views(Rulebook rulebook) {
        this.setting = rulebook.scenario();
        this.decisions = rulebook.decisions();
    }

    public StateView state(long[] words) {
        return new StateView(
                tcb(words, Host.A),
                tcb(words, Host.B),
                segments(words, Host.A),
                segments(words, Host.B),
                budgets(words));
    }

    private TcbView tcb(long[] words, Host host) {
        Tcb tcb = new Tcb(host, setting, words);
        TcbFields fields = tcb.fields();
        TcpState state = tcb.state();
        boolean numbered = fields.sndNxt.liveIn(state);
        return new TcbView(
                state,
                tcb.synUnacknowledged() ? shown(tcb.sndUna()) : 0,
                numbered ? shown(tcb.sndUna()) : 0,
                numbered ? shown(tcb.sndNxt()) : 0,
                tcb.beyondSynSent() ? shown(tcb.rcvNxt()) : 0,
                tcb.alive() ? tcb.incarnation() : 0,
                timers(tcb),
                others(tcb));
    }

    private Map<String, Integer> timers(Tcb tcb) {
        Map<String, Integer> timers = new LinkedHashMap<>();
        TimerFields fields = tcb.timers();
        TcpState state = tcb.state();
        if (tcb.outstanding() > 0) {
            int gap = Timeouts.rto(tcb, tcb.knobs().retransmission().rtoMax());
            timers.put(Timer.RETRANSMISSION.title(), gap - tcb.get(fields.rexmtElapsed));
        }
        if (state == TcpState.TIME_WAIT) {
            // The tick after the last one that keeps TIME-WAIT ends it.
            boolean atOnce = setting.order().timersAreSteps() || decisions.timeWaitEndsBeforeArrivals();
            int more = atOnce ? 0 : 1;
            timers.put(Timer.TIME_WAIT_TIMEOUT.title(), tcb.get(fields.timeWaitLeft) + more);
        }
        if (Timer.FIN_WAIT_2_TIMEOUT.isArmed(tcb)) {
            timers.put(Timer.FIN_WAIT_2_TIMEOUT.title(), tcb.get(fields.finWait2Left));
        }
        if (Timer.CLOSING_TIMEOUT.isArmed(tcb)) {
            timers.put(Timer.CLOSING_TIMEOUT.title(), tcb.get(fields.closingLeft));
        }
        if (Timer.LAST_ACK_TIMEOUT.isArmed(tcb)) {
            timers.put(Timer.LAST_ACK_TIMEOUT.title(), tcb.get(fields.lastAckLeft));
        }
        if (fields.idle.max() > 0 && fields.idle.liveIn(state) && tcb.outstanding() == 0) {
            timers.put(Timer.KEEP_ALIVE.title(), tcb.knobs().keepAlive() - tcb.get(fields.idle));
        }
        if (Timer.QUIET_TIME.isArmed(tcb)) {
            int over = setting.order().timersAreSteps() ? Timer.QUIET_TIME_OVER : 0;
            timers.put(Timer.QUIET_TIME.title(), tcb.get(fields.quietLeft) - over);
        }
        if (Timer.DELAYED_ACK.isArmed(tcb)) {
            int over = setting.order().timersAreSteps() ? Timer.DELAYED_ACK_OVER : 0;
            timers.put(Timer.DELAYED_ACK.title(), tcb.get(fields.ackOwed) - over);
        }
        put(timers, TcbView.CHALLENGE_PERIOD, tcb, fields.challengePeriodLeft);
        return timers;
    }

    private Map<String, Integer> others(Tcb tcb) {
        Map<String, Integer> others = new LinkedHashMap<>();
        for (StateLayout.Field field : tcb.fields().shownByName()) {
            put(others, field.name(), tcb, field);
        }
        for (StateLayout.Field field : setting.ownFields().of(tcb.host())) {
            put(others, field.name(), tcb, field);
        }
        return others;
    }

    private static void put(Map<String, Integer> map, String name, Tcb tcb, StateLayout.Field field) {
        if (field.liveIn(tcb.state()) && tcb.get(field) > 0) {
            map.put(name, tcb.get(field));
        }
    }

    private List<SegmentView> segments(long[] words, Host to) {
        List<SegmentView> segments = new ArrayList<>();
        for (StateLayout.Field slot : setting.slots(to)) {
            long packed = slot.getLong(words);
            if (packed != 0) {
                segments.add(segment(packed));
            }
        }
        return segments;
    }

    public SegmentView segment(long packed) {
        SegmentFormat format = setting.format();
        SegmentKind kind = format.kind(packed);
        boolean stamped = setting.bounds().timestamps() && !kind.has(ControlBits.RST);
        return new SegmentView(
                kind.control(),
                shown(format.seq(packed)),
                kind.has(ControlBits.ACK) ? shown(format.ack(packed)) : 0,
                kind.textLength(),
                stamped ? -format.age(packed) : 0,
                0,
                format.incarnation(packed),
                format.age(packed),
                format.arrived(packed));
    }

    private int shown(int number) {
        return setting.space().shown(number);
    }

    private Map<String, Integer> budgets(long[] words) {
        Map<String, Integer> budgets = new LinkedHashMap<>();
        SharedFields shared = setting.shared();
        for (StateLayout.Field field : shared.budgets()) {
            if (field.max() > 0) {
                budgets.put(field.name(), field.get(words));
            }
        }
        return budgets;
    }

    /** The segment with its incarnation, for example "FIN,ACK seq=1 ack=2 [1]". */
    public static String describe(SegmentView segment) {
        return segment.header() + " [" + segment.incarnation() + "]";
    }

    /** A state on one line. */
    public static String describe(StateView state) {
        return "A " + describe(state.a()) + " | B " + describe(state.b())
                + " | to A " + describe(state.toA()) + " | to B " + describe(state.toB())
                + " | left " + state.budgets();
    }

    private static String describe(TcbView tcb) {
        return tcb.state() + " SND.UNA=" + tcb.sndUna() + " SND.NXT=" + tcb.sndNxt() + " RCV.NXT=" + tcb.rcvNxt() + " ["
                + tcb.incarnation() + "] timers " + tcb.timers() + " " + tcb.other();
    }

    private static List<String> describe(List<SegmentView> segments) {
        return segments.stream()
                .map(s -> describe(s) + " age " + s.age() + (s.arrived() ? " arrived" : ""))
                .toList();
    }

    public String action(long[] words, Action action) {
        return action(words, action, Views::describe);
    }

    /** What kind of step it is, without the numbers of a segment: for example "ARRIVAL at A of FIN,ACK". */
    public String event(long[] words, Action action) {
        return action(words, action, SegmentView::flags);
    }

    private String action(long[] words, Action action, Function<SegmentView, String> named) {
        return switch (action.kind()) {
            case OPEN, SEND, CLOSE, ABORT, CRASH, RECEIVE, FULL_CLOSE, EVICTION -> action.host() + " " + action.kind();
            case ARRIVAL, DUPLICATE ->
                action.kind() + " at " + action.host() + " of " + named.apply(inSlot(words, action));
            case FORGE -> {
                Forgeries forgeries = new Forgeries(setting);
                long packed = forgeries.segment(forgeries.forgery(action.choice()));
                yield "FORGE at " + action.host() + " of " + named.apply(segment(packed));
            }
            case TIMER -> action.host() + " " + Timer.of(action.choice()).title() + " timer fires";
            case LEAVE -> named.apply(inSlot(words, action)) + " to " + action.host() + " leaves the network";
            case TICK -> "TICK" + (action.choice() == 0 ? "" : ", a retransmission waits");
        };
    }

    private SegmentView inSlot(long[] words, Action action) {
        return segment(setting.slots(action.host())[action.slot()].getLong(words));
    }
}
