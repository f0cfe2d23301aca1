package dev.lastack.checker.lanes;

/**
 * A step of a control. Its arrays are not to be written to.
 *
 * @param action its label, unique among the steps of one control with the same prompt
 * @param tick whether every token becomes one tick older, before new ones are put down
 * @param observations facts about the step that depend on no token but the one taken up, see {@link
 *     dev.lastack.checker.StepSink#step}
 * @param target the control that it leads to
 * @param raised the names of the tokens that it puts down, at age 0
 * @param watched classes of tokens, see {@link LaneSteps#classOf}
 * @param ifWatched what is also observed if a token of a watched class lies in its lane, after a tick has made it older and before
 *     new ones are put down
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record LaneStep(
        int action, boolean tick, long observations, long[] target, long[] raised, int[] watched, long ifWatched) {}
