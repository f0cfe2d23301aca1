package dev.lastack.checker.lanes;

import java.util.List;

/**
 * A transition system with two halves. One is the <em>control</em>, a packed state. The other is a set of <em>tokens</em>, which
 * lie in lanes, one lane for each token: a step may put tokens there, each at age 0; a token may be taken up as often as one likes,
 * which leaves it where it is; a tick makes every token one tick older, and those that become older than {@link #oldest()} vanish.
 *
 * <p>What a control does depends on the control and on the one token that is taken up, if any. So whatever is possible with some
 * tokens is possible with more, and with younger ones, in as many steps: the system is monotone by construction.
 */
public interface LaneSystem {

    /** Longs in a control, at least 1. */
    int controlWords();

    /** The age, in ticks, up to which a token can be taken up; at least 0. */
    int oldest();

    /**
     * Whether what a control does may depend on the age of the token that is taken up. If so, copies of a token lie side by side
     * in its lane, one for each age; else the youngest stands for all.
     */
    boolean agesAreRead();

    /** Names of the bounds that may cut a step, see {@link LaneSink#cut}. */
    List<String> bounds();

    /** A fresh generator of steps, for use by one thread. */
    LaneSteps steps();

    /** A person's reading of a control. */
    String describe(long[] control);

    /** A person's reading of a step of {@code control}. */
    String describe(long[] control, LaneRun.Step step);
}
