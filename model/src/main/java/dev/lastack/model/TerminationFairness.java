package dev.lastack.model;

import dev.lastack.checker.Expander;
import dev.lastack.checker.liveness.Fairness;
import dev.lastack.scenario.Host;

/**
 * What the environment owes a run of the {@link TerminationModel}, as conditions in three assumptions:
 *
 * <ul>
 *   <li>{@value #TIME}: there is a tick again and again. Every armed timer fires then, for it counts ticks.
 *   <li>{@value #DELIVERY}: of each kind of segment (direction, flags, SEQ, ACK, length, incarnation) that is sent again
 *       and again, some arrive again and again. Every emission counts as sent, those that merged with a copy in flight or
 *       found the network full as well.
 *   <li>{@value #CLOSE}: a user who may CLOSE for ever does.
 * </ul>
 */
public final class TerminationFairness implements Fairness {

    public static final String TIME = "time diverges";
    public static final String DELIVERY = "fair delivery";
    public static final String CLOSE = "users close";

    /** Condition numbers: deliveries are twice the packed segment plus its direction, from here on. */
    private static final long FIRST_DELIVERY = 3;

    private static final long TICKS = 0;
    private static final long A_CLOSES = 1;
    private static final long B_CLOSES = 2;

    private final TerminationModel model;

    public TerminationFairness(TerminationModel model) {
        this.model = model;
    }

    @Override
    public Observer observer(Expander expander, Marks marks) {
        if (!(expander instanceof TerminationExpander termination)) {
            throw new IllegalArgumentException("not a generator of this model: " + expander);
        }
        return new StepObserver(termination.step(), model.setting().format(), marks);
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
        return condition < FIRST_DELIVERY ? CLOSE : DELIVERY;
    }

    /** Only CLOSE: a tick may have to wait, and what is sent again and again is not always on its way. */
    @Override
    public boolean isServedWhereverEnabled(String assumption) {
        return assumption.equals(CLOSE);
    }

    @Override
    public String breach(long condition) {
        if (condition == TICKS) {
            return "time stands still";
        }
        if (condition < FIRST_DELIVERY) {
            return "the user of " + (condition == A_CLOSES ? Host.A : Host.B) + " may CLOSE for ever and never does";
        }
        long delivery = condition - FIRST_DELIVERY;
        String segment = model.describeSegment(delivery / 2);
        return segment + " is sent to " + (delivery % 2 == 0 ? Host.A : Host.B) + " again and again and never arrives";
    }

    private static long delivery(long kind, Host to) {
        return FIRST_DELIVERY + 2 * kind + Setting.owner(to);
    }

    /** Marks the step that a generator has just taken. */
    private record StepObserver(Step step, SegmentFormat format, Marks marks) implements Observer {

        @Override
        public void state(long[] states, int offset) {
            marks.enabled(TICKS);
        }

        @Override
        public void step(int action, long observations, long[] target, int offset) {
            for (int i = 0; i < step.emissions(); i++) {
                Host to = step.sender(i).host().peer();
                marks.requested(delivery(format.delivery(step.sent(i)), to));
            }
            ActionKind kind = Action.kindOf(action);
            switch (kind) {
                case TICK -> marks.served(TICKS);
                case CLOSE -> {
                    long condition = Action.ownerOf(action) == 0 ? A_CLOSES : B_CLOSES;
                    marks.enabled(condition);
                    marks.served(condition);
                }
                case ARRIVAL, DUPLICATE -> {
                    Host to = Action.ownerOf(action) == 0 ? Host.A : Host.B;
                    marks.served(delivery(format.delivery(step.segment().packed()), to));
                }
                case OPEN, SEND, ABORT, CRASH, FORGE -> {}
            }
        }
    }
}
