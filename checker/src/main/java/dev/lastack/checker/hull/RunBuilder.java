package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.LaneRun;
import dev.lastack.checker.lanes.LaneSink;
import dev.lastack.checker.lanes.LaneStep;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Prompt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Rebuilds a shortest run to a violation from the levels of a search: back over the least predecessors by the least steps. */
final class RunBuilder {

    private final LaneSteps steps;
    private final Hull hull;
    private final HullQuestion question;
    private final long[] after;

    RunBuilder(LaneSystem system, Hull hull, HullQuestion question) {
        this.steps = system.steps();
        this.hull = hull;
        this.question = question;
        this.after = new long[hull.table().words()];
    }

    LaneRun run(List<List<HullEntry>> levels, HullViolation violation) {
        Deque<LaneRun.Step> run = new ArrayDeque<>();
        HullViolation last = violation;
        run.addFirst(told(last));
        for (int level = levels.size() - 3; level >= 0; level--) {
            last = predecessor(levels.get(level), last.source());
            run.addFirst(told(last));
        }
        return new LaneRun(new ArrayList<>(run));
    }

    private HullViolation predecessor(List<HullEntry> level, HullEntry entry) {
        for (HullEntry source : level) {
            Control control = source.control();
            for (int step = 0; step < control.steps(); step++) {
                if (control.target(step) == entry.control() && hull.allows(source, step)) {
                    question.after(hull, source, step, after);
                    if (Arrays.equals(after, entry.lanes())) {
                        return new HullViolation(source, step);
                    }
                }
            }
        }
        throw new AssertionError("a state of a level has no predecessor in the level before it: "
                + Arrays.toString(entry.control().key()));
    }

    /** The first step of the system that does what this step of the hull does. */
    private LaneRun.Step told(HullViolation taken) {
        Control control = taken.source().control();
        LaneEffect effect = control.effect(taken.step());
        Finder finder = new Finder(control.target(taken.step()).key(), effect, hull.facts());
        if (control.prompt(taken.step()) == Control.UNPROMPTED) {
            steps.unprompted(control.key(), finder);
            return new LaneRun.Step(finder.action(), Optional.empty());
        }
        Prompt prompt = ControlExplorer.promptOf(hull.table(), hull.lanes().prompts(), control.prompt(taken.step()));
        steps.prompted(control.key(), prompt, finder);
        return new LaneRun.Step(finder.action(), Optional.of(prompt));
    }

    private static final class Finder implements LaneSink {
        private final long[] target;
        private final LaneEffect effect;
        private final long facts;
        private boolean isFound;
        private int action;

        Finder(long[] target, LaneEffect effect, long facts) {
            this.target = target;
            this.effect = effect;
            this.facts = facts;
        }

        @Override
        public void step(LaneStep step) {
            if (!isFound && Arrays.equals(step.target(), target) && new LaneEffect(step, facts).equals(effect)) {
                isFound = true;
                action = step.action();
            }
        }

        @Override
        public void cut(int bound) {
            // A step that is not taken is part of no run.
        }

        int action() {
            if (!isFound) {
                throw new AssertionError(
                        "a step that was generated is not generated again: the system is not deterministic");
            }
            return action;
        }
    }
}
