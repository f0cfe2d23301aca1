package dev.lastack.properties.retiming;

import dev.lastack.checker.Trace;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Timer;
import dev.lastack.model.view.SegmentView;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.EndpointKnobs;
import dev.lastack.scenario.knobs.EndpointKnobs.Retransmission;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When each thing in a run would happen if all durations were those of {@code exact}: the order stays, lifetimes and timers
 * become bounds on differences between instants. Every bound is strict but for the length of a timer that is fixed: a run that
 * exists only where two things happen at the same instant has no schedule.
 */
final class RunSchedule {

    private final Scenario rounded;
    private final Scenario exact;
    private final List<StateView> states = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final DifferenceConstraints constraints;

    /** The instants of what happens, in order, in ticks of the exact scenario. */
    record Timed(List<Happening> happenings, List<Long> instants) {}

    private RunSchedule(TerminationModel rounded, Trace trace, Scenario exact) {
        this.rounded = rounded.scenario();
        this.exact = exact;
        states.add(rounded.decode(trace.initial()));
        int now = 0;
        for (int step = 0; step < trace.steps().size(); step++) {
            StepView told =
                    rounded.tell(trace.state(step), trace.steps().get(step).action());
            if (told.kind() == StepView.Kind.TICK) {
                now++;
            } else {
                happenings.add(new Happening(step, now, told));
            }
            states.add(rounded.decode(trace.state(step + 1)));
        }
        this.constraints = new DifferenceConstraints(happenings.size() + 1);
    }

    /** The bounds on the run. */
    static RunSchedule of(TerminationModel rounded, Trace trace, Scenario exact) {
        RunSchedule schedule = new RunSchedule(rounded, trace, exact);
        schedule.keepOrder();
        schedule.boundLifetimes();
        for (Host host : Host.values()) {
            for (Timer timer : Timer.values()) {
                schedule.boundTimer(host, timer);
            }
            schedule.boundReuse(host);
        }
        return schedule;
    }

    /** How many segments are under way when {@code trace} ends. */
    static int leftUnderWay(TerminationModel rounded, Trace trace) {
        StateView end = rounded.decode(trace.state(trace.steps().size()));
        return end.toA().size() + end.toB().size();
    }

    /** The segment {@code left} of those under way at the end, those to A first, could still arrive then. */
    void keepUnderWay(int left) {
        StateView end = states.get(states.size() - 1);
        boolean towardsA = left < end.toA().size();
        SegmentView segment =
                towardsA ? end.toA().get(left) : end.toB().get(left - end.toA().size());
        int last = happenings.size() - 1;
        if (last >= 0) {
            emissionOf(last + 1, towardsA ? Host.B : Host.A, segment)
                    .ifPresent(sent -> constraints.lessThan(
                            instant(sent), instant(last), exact.environment().msl()));
        }
    }

    /** Into how many parts a tick is divided so that nothing has to happen at the instant of something else, if that can be. */
    OptionalInt parts() {
        return constraints.parts();
    }

    /** Whether the run is possible if things may happen at the same instant. */
    boolean isPossible() {
        return constraints.closedHold();
    }

    /**
     * Instants at which the run is possible, in parts of a tick: each as early, and each as late as can be. Which of them shows
     * what the run is to show depends on whether the timers or the network had to be quick.
     */
    List<Timed> in(int parts) {
        return constraints
                .earliest(parts)
                .map(earliest -> List.of(timed(earliest), timed(constraints.latest(earliest, parts))))
                .orElse(List.of());
    }

    private Timed timed(long[] instants) {
        return new Timed(
                List.copyOf(happenings), Arrays.stream(instants).skip(1).boxed().toList());
    }

    /** Instant 0 is the start of the run. */
    private static int instant(int happening) {
        return happening + 1;
    }

    private void keepOrder() {
        for (int i = 1; i < happenings.size(); i++) {
            constraints.moreThan(instant(i - 1), instant(i), 0);
        }
    }

    private void boundLifetimes() {
        int msl = exact.environment().msl();
        for (int i = 0; i < happenings.size(); i++) {
            int happening = i;
            StepView told = happenings.get(i).told();
            if (told.kind() == StepView.Kind.LEAVE) {
                StepView.Expiry leaving = told.expired().get(0);
                emissionOf(i, leaving.to().peer(), leaving.segment()).ifPresent(sent -> {
                    constraints.atLeast(instant(sent), instant(happening), msl);
                    constraints.atMost(instant(sent), instant(happening), msl);
                });
            } else if (told.arrived().isPresent() && told.kind() != StepView.Kind.FORGE) {
                emissionOf(i, told.host().orElseThrow().peer(), told.arrived().get())
                        .ifPresent(sent -> constraints.lessThan(instant(sent), instant(happening), msl));
            }
        }
    }

    /** What sent the segment that arrives or leaves in happening {@code end}; of several equal ones of that age, the last. */
    private Optional<Integer> emissionOf(int end, Host from, SegmentView segment) {
        for (int i = end - 1; i >= 0; i--) {
            Happening sending = happenings.get(i);
            boolean sent = sending.told().emitted().stream()
                    .anyMatch(emission ->
                            emission.from() == from && !emission.overflowed() && same(emission.segment(), segment));
            if (sent && happenings.get(Math.min(end, happenings.size() - 1)).now() - sending.now() == segment.age()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** An OPEN that replaces the own TIME-WAIT comes later after its entry than the knob says. */
    private void boundReuse(Host host) {
        int entered = -1;
        for (int i = 0; i < happenings.size(); i++) {
            boolean before = inTimeWait(host, happenings.get(i).step());
            boolean after = inTimeWait(host, happenings.get(i).step() + 1);
            if (entered >= 0
                    && before
                    && happenings.get(i).at(host)
                    && happenings.get(i).told().kind() == StepView.Kind.OPEN) {
                constraints.moreThan(
                        instant(entered),
                        instant(i),
                        exact.endpoint(host).timeWait().reuseAfter());
            }
            if (after && !before) {
                entered = i;
            }
        }
    }

    private boolean inTimeWait(Host host, int state) {
        return states.get(state).endpoint(host).state() == TcpState.TIME_WAIT;
    }

    static boolean same(SegmentView one, SegmentView other) {
        return one.control() == other.control()
                && one.seq() == other.seq()
                && one.ack() == other.ack()
                && one.length() == other.length()
                && one.incarnation() == other.incarnation();
    }

    /** Between the setting of a timer and its firing lies its length; what happens while it runs is earlier than that. */
    private void boundTimer(Host host, Timer timer) {
        int set = -1;
        for (int i = 0; i < happenings.size(); i++) {
            Happening happening = happenings.get(i);
            StateView before = states.get(happening.step());
            Window window = window(host, timer, before);
            if (set >= 0 && happening.fires(host, timer)) {
                boundFiring(set, i, window);
                set = -1;
            } else if (set >= 0) {
                constraints.lessThan(instant(set), instant(i), window.most());
            }
            if (!runs(host, timer, states.get(happening.step() + 1))) {
                set = -1;
            } else if (happening.at(host) && sets(host, timer, happening)) {
                set = i;
            }
        }
    }

    private void boundFiring(int set, int fires, Window window) {
        if (window.least() == window.most()) {
            constraints.atLeast(instant(set), instant(fires), window.least());
            constraints.atMost(instant(set), instant(fires), window.most());
        } else {
            constraints.moreThan(instant(set), instant(fires), window.least());
            constraints.lessThan(instant(set), instant(fires), window.most());
        }
    }

    /** How long after it was set a timer fires, at least and at most. */
    private record Window(long least, long most) {}

    private Window window(Host host, Timer timer, StateView before) {
        EndpointKnobs knobs = exact.endpoint(host);
        return switch (timer) {
            case TIME_WAIT_TIMEOUT -> fixed(knobs.timeWait().length());
            case FIN_WAIT_2_TIMEOUT -> fixed(knobs.finWait2().timeout());
            case CLOSING_TIMEOUT -> fixed(knobs.closing().timeout());
            case LAST_ACK_TIMEOUT -> fixed(knobs.closing().lastAckTimeout());
            case KEEP_ALIVE -> fixed(knobs.keepAlive());
            case DELAYED_ACK -> fixed(knobs.reception().ackDelay());
            case QUIET_TIME -> fixed(knobs.crash().quietTime());
            case RETRANSMISSION -> {
                int sent = before.endpoint(host).other().getOrDefault("retransmissions", 0);
                Retransmission rto = knobs.retransmission();
                yield new Window(backedOff(rto, rto.rtoMin(), sent), backedOff(rto, rto.rtoMax(), sent));
            }
        };
    }

    private static Window fixed(int length) {
        return new Window(length, length);
    }

    private static long backedOff(Retransmission knobs, long first, int retransmissions) {
        long cap = knobs.backoffCap();
        return cap == EndpointKnobs.OFF
                ? first
                : Math.min(first << Math.min(retransmissions, 30), Math.max(cap, first));
    }

    private static boolean runs(Host host, Timer timer, StateView state) {
        return state.endpoint(host).left(timer).isPresent();
    }

    private boolean sets(Host host, Timer timer, Happening happening) {
        StateView before = states.get(happening.step());
        StateView after = states.get(happening.step() + 1);
        if (!runs(host, timer, before) || happening.fires(host, timer)) {
            return true;
        }
        if (timer == Timer.RETRANSMISSION) {
            TcbView then = before.endpoint(host);
            TcbView now = after.endpoint(host);
            return then.sndUna() != now.sndUna()
                    || then.incarnation() != now.incarnation()
                    || happening.told().rules().contains(Rule.SYN_AGAIN.toString());
        }
        if (timer == Timer.KEEP_ALIVE) {
            // A host that hears or sends something starts to be idle again.
            return after.endpoint(host).left(timer).orElse(0)
                    == rounded.endpoint(host).keepAlive();
        }
        if (timer == Timer.QUIET_TIME) {
            return happening.told().kind() == StepView.Kind.CRASH;
        }
        return timer == Timer.TIME_WAIT_TIMEOUT
                && after.endpoint(host).state() == TcpState.TIME_WAIT
                && happening.told().rules().contains(Rule.RESTART_TIME_WAIT.toString());
    }
}
