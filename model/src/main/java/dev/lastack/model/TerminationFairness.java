package dev.lastack.model;

import dev.lastack.checker.Expander;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.model.rules.Outcome;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.ActionKind;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.state.SegmentFormat;
import dev.lastack.model.state.Tcb;
import dev.lastack.model.state.TcpStates;
import dev.lastack.model.state.Timer;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.scenario.knobs.Host;

/**
 * What the environment owes a run of the {@link TerminationModel}, as conditions in four assumptions:
 *
 * <ul>
 *   <li>{@value #TIME}: there is a tick again and again.
 *   <li>{@value #TIMERS}: time goes on while a timer is armed, so that it fires unless it is stopped or restarted. What
 *       timers count is ticks, so this follows if time diverges, but not the other way round.
 *   <li>{@value #DELIVERY}: of each kind of segment (direction, flags, SEQ, ACK, length, incarnation) that is sent again
 *       and again, some arrive again and again. Every emission counts as sent, those that merged with a copy in flight or
 *       found the network full as well.
 *   <li>{@value #CLOSE}: a user who may CLOSE for ever does.
 * </ul>
 */
public final class TerminationFairness implements Fairness {

    public static final String TIME = "time diverges";
    public static final String TIMERS = "armed timers fire";
    public static final String DELIVERY = "fair delivery";
    public static final String CLOSE = "users close";

    private static final int HOSTS = Host.values().length;

    private static final long TICKS = 0;
    private static final long A_CLOSES = 1;
    private static final long B_CLOSES = 2;

    /** From here on the timers: for each those of both hosts. */
    private static final long FIRST_TIMER = 3;

    /** From here on the deliveries: twice the packed segment plus its direction. */
    private static final long FIRST_DELIVERY = FIRST_TIMER + (long) HOSTS * Timer.count();

    private final TerminationModel model;

    public TerminationFairness(TerminationModel model) {
        this.model = model;
    }

    @Override
    public Observer observer(Expander expander, Marks marks) {
        if (!(expander instanceof TerminationExpander termination)) {
            throw new IllegalArgumentException("not a generator of this model: " + expander);
        }
        return new StepObserver(termination, model.setting(), marks);
    }

    @Override
    public Strength strength(long condition) {
        return condition < FIRST_DELIVERY ? Strength.WEAK : Strength.STRONG;
    }

    @Override
    public String assumption(long condition) {
        if (condition == TICKS) {
            return TIME;
        }
        if (condition < FIRST_TIMER) {
            return CLOSE;
        }
        return condition < FIRST_DELIVERY ? TIMERS : DELIVERY;
    }

    /** Only CLOSE: a tick may have to wait, and what is sent again and again is not always on its way. */
    @Override
    public boolean isServedWhereverEnabled(String assumption) {
        return assumption.equals(CLOSE);
    }

    /** That armed timers fire follows if time diverges, so there need not be any. */
    @Override
    public boolean mustBeRequested(String assumption) {
        return !assumption.equals(TIMERS);
    }

    @Override
    public String breach(long condition) {
        if (condition == TICKS) {
            return "time stands still";
        }
        if (condition < FIRST_TIMER) {
            return "the user of " + (condition == A_CLOSES ? Host.A : Host.B) + " may CLOSE for ever and never does";
        }
        if (condition < FIRST_DELIVERY) {
            int timer = (int) (condition - FIRST_TIMER);
            return "the " + Timer.of(timer / HOSTS).title() + " timer of " + (timer % HOSTS == 0 ? Host.A : Host.B)
                    + " is armed for ever and never fires";
        }
        long delivery = condition - FIRST_DELIVERY;
        String segment = model.describeSegment(delivery / 2);
        return segment + " is sent to " + (delivery % 2 == 0 ? Host.A : Host.B) + " again and again and never arrives";
    }

    private static long delivery(long kind, Host to) {
        return FIRST_DELIVERY + 2 * kind + to.index();
    }

    /** Marks the step that a generator has just taken. */
    private static final class StepObserver implements Observer {
        private final TerminationExpander expander;
        private final SegmentFormat format;
        private final Marks marks;
        private final long[] source;
        private final Tcb[] tcbs;

        /** By number, whether the timer condition of that number is enabled in the present source. */
        private final boolean[] armed = new boolean[HOSTS * Timer.count()];

        StepObserver(TerminationExpander expander, ResolvedScenario setting, Marks marks) {
            this.expander = expander;
            this.format = setting.format();
            this.marks = marks;
            this.source = new long[setting.layout().words()];
            this.tcbs = new Tcb[] {new Tcb(Host.A, setting, source), new Tcb(Host.B, setting, source)};
        }

        @Override
        public void state(long[] states, int offset) {
            System.arraycopy(states, offset, source, 0, source.length);
            for (Tcb tcb : tcbs) {
                tcb.load();
            }
            marks.enabled(TICKS);
            for (int timer = 0; timer < armed.length; timer++) {
                armed[timer] = Timer.of(timer / HOSTS).isArmed(tcbs[timer % HOSTS]);
                if (armed[timer]) {
                    marks.enabled(FIRST_TIMER + timer);
                }
            }
        }

        @Override
        public void step(int action, long observations, long[] target, int offset) {
            Outcome outcome = expander.outcome();
            for (int i = 0; i < outcome.sent().length; i++) {
                Host to = outcome.senders()[i] == 0 ? Host.B : Host.A;
                marks.requested(delivery(format.delivery(outcome.sent()[i]), to));
            }
            ActionKind kind = Action.kindOf(action);
            switch (kind) {
                case TICK -> tick();
                case CLOSE, FULL_CLOSE -> closes(Action.ownerOf(action));
                case ARRIVAL, DUPLICATE -> {
                    Host to = Action.ownerOf(action) == 0 ? Host.A : Host.B;
                    marks.served(delivery(format.delivery(expander.arriving()), to));
                }
                case OPEN, SEND, ABORT, CRASH, FORGE, TIMER, LEAVE, RECEIVE, EVICTION -> {}
            }
        }

        /** That a user who has closed the own direction closes both is not assumed. */
        private void closes(int owner) {
            if (!TcpStates.CLOSED_BY_USER.contains(tcbs[owner].state()) && !tcbs[owner].finPending()) {
                long condition = owner == 0 ? A_CLOSES : B_CLOSES;
                marks.enabled(condition);
                marks.served(condition);
            }
        }

        private void tick() {
            marks.served(TICKS);
            for (int timer = 0; timer < armed.length; timer++) {
                if (armed[timer]) {
                    marks.served(FIRST_TIMER + timer);
                }
            }
        }
    }
}
