package dev.lastack.checker.liveness.property;

import dev.lastack.checker.Expander;
import java.util.List;

/**
 * The fairness conditions of a transition system. A condition is a number that the system gives meaning to; each
 * belongs to an <em>assumption</em>, the name by which it is switched on and off together with others of its kind.
 * The conditions need not be known beforehand: those count that some step marks.
 */
public interface Fairness {

    /** No condition at all. */
    Fairness NONE = new ActionFairness(List.of());

    /** What a fair run owes a condition. */
    enum Strength {
        /** Not enabled, or served, again and again: never enabled from some moment on without being served. */
        WEAK,
        /** If requested again and again, served again and again. */
        STRONG
    }

    /** Marks the steps of one thread: {@code expander} is the one whose steps it will be told. */
    Observer observer(Expander expander, Marks marks);

    Strength strength(long condition);

    /** The assumption that {@code condition} belongs to. */
    String assumption(long condition);

    /**
     * Whether every condition of {@code assumption} is requested by {@link Marks#enabled} alone, and only in states that
     * have a step which serves it. Under such assumptions a fair run leads on from every state: it always takes a step
     * that serves the one among the enabled conditions that has waited longest.
     */
    boolean isServedWhereverEnabled(String assumption);

    /**
     * Whether what holds under {@code assumption} is vacuous where no condition of it is ever requested. Not so of an
     * assumption that follows from another one and only names a part of it.
     */
    boolean mustBeRequested(String assumption);

    /** What a run does that breaks the condition, such as "the FIN with SEQ 3 is sent for ever and never arrives". */
    String breach(long condition);

    /** Is told a state and then its steps, in order; marks the conditions that each enables, requests and serves. */
    interface Observer {

        /** A state whose steps follow; the array is not reused before they are over. */
        void state(long[] states, int offset);

        /** The next step of that state, called while the expander hands it over. */
        void step(int action, long observations, long[] target, int offset);
    }

    /** Takes an observer's marks on the state and the step that it is being told. */
    interface Marks {

        /** {@code condition} is enabled in the state: it is requested by every step that leaves it, idling included. */
        void enabled(long condition);

        /** The step requests {@code condition}, which must be {@link Strength#STRONG}. */
        void requested(long condition);

        /** The step serves {@code condition}. */
        void served(long condition);
    }
}
