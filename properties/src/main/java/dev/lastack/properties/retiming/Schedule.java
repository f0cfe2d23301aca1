package dev.lastack.properties.retiming;

import dev.lastack.checker.Trace;
import dev.lastack.model.Rule;
import dev.lastack.model.SegmentView;
import dev.lastack.model.StateView;
import dev.lastack.model.StepView;
import dev.lastack.model.TcbView;
import dev.lastack.model.TcpState;
import dev.lastack.model.TerminationModel;
import dev.lastack.scenario.EndpointKnobs;
import dev.lastack.scenario.Host;
import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When each thing in a run would happen if all durations were those of {@code exact}: the order stays, lifetimes and timers
 * become bounds on differences between instants.
 */
final class Schedule {

    private static final String TIME_WAIT = "2MSL";
    private static final String RETRANSMISSION = "retransmission";
    private static final String FIN_WAIT_2 = "FIN-WAIT-2";

    private final Scenario exact;
    private final List<StateView> states = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final DifferenceConstraints constraints;

    /** The instants of what happens, in order, in ticks of the exact scenario. */
    record Timed(List<Happening> happenings, List<Long> instants) {}

    private Schedule(TerminationModel rounded, Trace trace, Scenario exact) {
        this.exact = exact;
        states.add(rounded.decode(trace.initial()));
        int now = 0;
        for (int step = 0; step < trace.steps().size(); step++) {
            StepView told =
                    rounded.tell(trace.state(step), trace.steps().get(step).action());
            if (told.kind() == StepView.Kind.TICK) {
                now++;
                for (String timer : told.timers()) {
                    happenings.add(new Happening(step, now, told, Optional.of(timer)));
                }
            } else {
                happenings.add(new Happening(step, now, told, Optional.empty()));
            }
            states.add(rounded.decode(trace.state(step + 1)));
        }
        this.constraints = new DifferenceConstraints(happenings.size() + 1);
    }

    /**
     * Instants at which the run is possible: each as early, and each as late as can be. Which of them shows what the run is
     * to show depends on whether the timers or the network had to be quick. None if it is not possible at all.
     */
    static List<Timed> of(TerminationModel rounded, Trace trace, Scenario exact) {
        Schedule schedule = new Schedule(rounded, trace, exact);
        schedule.keepOrder();
        schedule.boundLifetimes();
        for (Host host : Host.values()) {
            schedule.boundTimer(host, TIME_WAIT);
            schedule.boundTimer(host, RETRANSMISSION);
            schedule.boundTimer(host, FIN_WAIT_2);
        }
        return schedule.constraints
                .earliest()
                .map(earliest ->
                        List.of(schedule.timed(earliest), schedule.timed(schedule.constraints.latest(earliest))))
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

    /** A tick takes place before all else of the instant that it leads to. */
    private void keepOrder() {
        for (int i = 1; i < happenings.size(); i++) {
            boolean nextTick = happenings.get(i).isTimer()
                    && happenings.get(i).step() != happenings.get(i - 1).step();
            constraints.atLeast(instant(i - 1), instant(i), nextTick ? 1 : 0);
        }
    }

    private void boundLifetimes() {
        for (int i = 0; i < happenings.size(); i++) {
            StepView told = happenings.get(i).told();
            if (told.arrived().isPresent() && told.kind() != StepView.Kind.FORGE) {
                int arrival = i;
                emissionOf(i)
                        .ifPresent(sent -> constraints.atMost(
                                instant(sent),
                                instant(arrival),
                                exact.environment().msl()));
            }
        }
    }

    /** What sent the segment that arrives; of several equal ones of that age, the last. */
    private Optional<Integer> emissionOf(int arrival) {
        Happening at = happenings.get(arrival);
        SegmentView arrived = at.told().arrived().orElseThrow();
        Host from = at.told().host().orElseThrow().peer();
        for (int i = arrival - 1; i >= 0; i--) {
            Happening sending = happenings.get(i);
            boolean sent = sending.told().emitted().stream()
                    .anyMatch(emission ->
                            emission.from() == from && !emission.overflowed() && same(emission.segment(), arrived));
            if (sent && sending.at(from) && at.now() - sending.now() == arrived.age()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    static boolean same(SegmentView one, SegmentView other) {
        return one.control() == other.control()
                && one.seq() == other.seq()
                && one.ack() == other.ack()
                && one.length() == other.length()
                && one.incarnation() == other.incarnation();
    }

    /** Between the setting of a timer and its firing lies its length; what happens while it runs is earlier than that. */
    private void boundTimer(Host host, String timer) {
        int set = -1;
        for (int i = 0; i < happenings.size(); i++) {
            Happening happening = happenings.get(i);
            StateView before = states.get(happening.step());
            Window window = window(host, timer, before);
            if (set >= 0 && happening.fires(host, timer)) {
                constraints.atLeast(instant(set), instant(i), window.least());
                constraints.atMost(instant(set), instant(i), window.most());
                set = -1;
            } else if (set >= 0) {
                constraints.atMost(instant(set), instant(i), window.most() - (happening.isTimer() ? 0 : 1));
            }
            if (!runs(host, timer, states.get(happening.step() + 1))) {
                set = -1;
            } else if (happening.at(host) && sets(host, timer, happening)) {
                set = i;
            }
        }
    }

    /** How long after it was set a timer fires, at least and at most. */
    private record Window(long least, long most) {}

    private Window window(Host host, String timer, StateView before) {
        EndpointKnobs knobs = exact.endpoint(host);
        return switch (timer) {
            case TIME_WAIT -> new Window(knobs.timeWait() + 1L, knobs.timeWait() + 1L);
            case FIN_WAIT_2 -> new Window(knobs.finWait2Timeout(), knobs.finWait2Timeout());
            case RETRANSMISSION -> {
                int sent = before.endpoint(host).other().getOrDefault("retransmissions", 0);
                yield new Window(backedOff(knobs, knobs.rtoMin(), sent), backedOff(knobs, knobs.rtoMax(), sent));
            }
            default -> throw new AssertionError("no such timer: " + timer);
        };
    }

    private static long backedOff(EndpointKnobs knobs, long first, int retransmissions) {
        long cap = knobs.rtoBackoffCap();
        return cap == EndpointKnobs.OFF
                ? first
                : Math.min(first << Math.min(retransmissions, 30), Math.max(cap, first));
    }

    private static boolean runs(Host host, String timer, StateView state) {
        return state.endpoint(host).timers().containsKey(timer);
    }

    private boolean sets(Host host, String timer, Happening happening) {
        StateView before = states.get(happening.step());
        StateView after = states.get(happening.step() + 1);
        if (!runs(host, timer, before) || happening.fires(host, timer)) {
            return true;
        }
        if (timer.equals(RETRANSMISSION)) {
            TcbView then = before.endpoint(host);
            TcbView now = after.endpoint(host);
            return then.sndUna() != now.sndUna() || then.incarnation() != now.incarnation();
        }
        return timer.equals(TIME_WAIT)
                && after.endpoint(host).state() == TcpState.TIME_WAIT
                && happening.told().rules().contains(Rule.RESTART_TIME_WAIT.toString());
    }
}
