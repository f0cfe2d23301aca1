package dev.lastack.properties.claims;

import dev.lastack.checker.Expander;
import dev.lastack.checker.liveness.property.Fairness;
import dev.lastack.model.TerminationFairness;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.rules.Observation;

/**
 * The fairness of the model, and the pattern that {@code quiet} forbids: an arrival that is answered again and again,
 * with no user call, no timer and no overflow in between for ever. The pattern is no assumption about the
 * environment; "fair" runs under it are those that show it.
 */
public final class ClaimFairness implements Fairness {

    /** The assumption that stands for the pattern of {@code quiet}. */
    static final String ANSWER_LOOP = "answer loop";

    private static final long ANSWERED = -1;
    private static final long UNDISTURBED = -2;

    private static final long DISTURBANCES =
            Observation.USER_CALL.bit() | Observation.TIMER_FIRED.bit() | Observation.OVERFLOW.bit();

    private final Fairness environment;

    public ClaimFairness(TerminationModel model) {
        this.environment = new TerminationFairness(model);
    }

    @Override
    public Observer observer(Expander expander, Marks marks) {
        Observer inner = environment.observer(expander, marks);
        return new Observer() {
            @Override
            public void state(long[] states, int offset) {
                marks.enabled(ANSWERED);
                inner.state(states, offset);
            }

            @Override
            public void step(int action, long observations, long[] target, int offset) {
                if (Observation.ARRIVAL_ANSWERED.in(observations)) {
                    marks.served(ANSWERED);
                }
                if ((observations & DISTURBANCES) != 0) {
                    marks.requested(UNDISTURBED);
                }
                inner.step(action, observations, target, offset);
            }
        };
    }

    @Override
    public Strength strength(long condition) {
        if (condition >= 0) {
            return environment.strength(condition);
        }
        return condition == ANSWERED ? Strength.WEAK : Strength.STRONG;
    }

    @Override
    public String assumption(long condition) {
        return condition < 0 ? ANSWER_LOOP : environment.assumption(condition);
    }

    @Override
    public boolean isServedWhereverEnabled(String assumption) {
        return !assumption.equals(ANSWER_LOOP) && environment.isServedWhereverEnabled(assumption);
    }

    @Override
    public boolean mustBeRequested(String assumption) {
        return assumption.equals(ANSWER_LOOP) || environment.mustBeRequested(assumption);
    }

    @Override
    public String breach(long condition) {
        if (condition >= 0) {
            return environment.breach(condition);
        }
        return condition == ANSWERED ? "no arrival is answered for ever" : "a user, a timer or an overflow takes part";
    }
}
