package dev.lastack.checker.walk;

/** How likely a step is taken, compared with the others that leave the same state. */
@FunctionalInterface
public interface StepWeight {

    /** Every step is equally likely. */
    StepWeight UNIFORM = action -> 1;

    /** The weight of the step with this label, from 0 to a million; a step of weight 0 is never taken. */
    int of(int action);
}
