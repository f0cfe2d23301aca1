package dev.lastack.checker.hull;

import dev.lastack.checker.lanes.LaneSink;
import dev.lastack.checker.lanes.LaneStep;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.LaneTable;
import dev.lastack.checker.lanes.Lanes;
import dev.lastack.checker.lanes.Prompt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Generates the steps of controls for one worker. */
final class ControlExplorer implements LaneSink {

    private final LaneSystem system;
    private final LaneSteps steps;
    private final ControlGraph graph;
    private final LaneTable table;
    private final int promptsPerLane;
    private final long facts;
    private final boolean[] cuts;
    private final Set<Edge> added = new HashSet<>();

    private Control source = new Control(new long[0]);
    private int prompt = Control.UNPROMPTED;
    private int generated;

    ControlExplorer(LaneSystem system, ControlGraph graph, LaneTable table, Lanes lanes, long facts) {
        this.system = system;
        this.steps = system.steps();
        this.graph = graph;
        this.table = table;
        this.promptsPerLane = lanes.prompts();
        this.facts = facts;
        this.cuts = new boolean[system.bounds().size()];
    }

    /** Adds to a control the steps that are not yet known; returns how many were generated. */
    int explore(Hull.Unexplored task) {
        source = task.control();
        generated = 0;
        try {
            if (task.isNew()) {
                begin(Control.UNPROMPTED);
                steps.unprompted(source.key(), this);
            }
            for (int each : task.prompts()) {
                begin(each);
                steps.prompted(source.key(), promptOf(table, promptsPerLane, each), this);
            }
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw new AssertionError(
                    "the system failed while it generated the steps of a reachable control: " + e + "\n  words: "
                            + Arrays.toString(source.key()) + "\n  control: " + system.describe(source.key()),
                    e);
        }
        return generated;
    }

    private void begin(int next) {
        prompt = next;
        added.clear();
    }

    /** The prompt behind a number, see {@link Control#prompt}. */
    static Prompt promptOf(LaneTable table, int promptsPerLane, int number) {
        return new Prompt(table.name(number / promptsPerLane), number % promptsPerLane);
    }

    @Override
    public void step(LaneStep step) {
        generated++;
        source.observe(step.observations());
        LaneEffect effect = new LaneEffect(step, facts);
        boolean stays = Arrays.equals(step.target(), source.key());
        if (stays && effect.isNothing()) {
            return;
        }
        for (long token : step.raised()) {
            table.meet(token);
        }
        Control target = stays ? source : graph.control(step.target());
        LaneEffect shared = graph.effect(effect);
        if (added.add(new Edge(target, shared))) {
            source.addStep(prompt, target, shared);
        }
    }

    @Override
    public void cut(int bound) {
        cuts[bound] = true;
    }

    boolean cuts(int bound) {
        return cuts[bound];
    }

    /** A step but for its label; steps that differ in nothing else count as one. */
    private record Edge(Control target, LaneEffect effect) {}
}
