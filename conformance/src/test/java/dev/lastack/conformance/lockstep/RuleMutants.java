package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Expander;
import dev.lastack.checker.StepSink;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Decisions;
import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.StepContext;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.state.Tcb;
import dev.lastack.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Formal models each of which leaves out one rule of SEGMENT ARRIVES, RFC 9293 §3.10.7, or only its answer. */
final class RuleMutants {

    static final int ALL_STATES = 100_000;

    /** What a model leaves out. */
    enum Part {
        RULE,
        ANSWER
    }

    /** A formal model that is wrong in one point. */
    record Mutant(Rule rule, Part part) {

        Variant variant() {
            Set<Rule> wrong = Set.of(rule);
            return part == Part.RULE ? without(wrong, Set.of()) : without(Set.of(), wrong);
        }

        @Override
        public String toString() {
            return rule + (part == Part.RULE ? "" : " – no answer");
        }
    }

    private RuleMutants() {}

    /** Every rule of SEGMENT ARRIVES, in its order; what CLOSED does while a host is quiet is no rule of that section. */
    static Set<Rule> rules() {
        Set<Rule> rules = EnumSet.range(Rule.CLOSED_DROPS_RST, Rule.RESTART_TIME_WAIT);
        rules.removeAll(EnumSet.of(Rule.QUIET, Rule.SKIP_TIME_WAIT));
        return rules;
    }

    /** Without each rule, and without the answer of each rule that has one. */
    static List<Mutant> all(List<RuleScenarios.Asking> scenarios) {
        Set<Rule> answering = EnumSet.noneOf(Rule.class);
        scenarios.forEach(asking -> RuleScenarios.explore(asking.scenario(), answering(answering)));
        List<Mutant> mutants = new ArrayList<>();
        for (Rule rule : rules()) {
            mutants.add(new Mutant(rule, Part.RULE));
            if (answering.contains(rule)) {
                mutants.add(new Mutant(rule, Part.ANSWER));
            }
        }
        return mutants;
    }

    /** The model that does not follow {@code rules}. */
    static Variant without(Set<Rule> rules) {
        return without(rules, Set.of());
    }

    private static Variant without(Set<Rule> unfollowed, Set<Rule> unanswered) {
        return Variant.of("without " + unfollowed + " and the answer of " + unanswered, fields -> new Decisions() {
            @Override
            public boolean follows(Rule rule, StepContext step, Tcb tcb) {
                return !unfollowed.contains(rule);
            }

            @Override
            public boolean answers(Rule rule, StepContext step, Tcb tcb) {
                return !unanswered.contains(rule);
            }
        });
    }

    /** The model without {@code unfollowed}; the rules that it asks for are added to {@code asked}. */
    static Variant listening(Set<Rule> asked, Set<Rule> unfollowed) {
        return Variant.of("listening", fields -> new Decisions() {
            @Override
            public boolean follows(Rule rule, StepContext step, Tcb tcb) {
                asked.add(rule);
                return !unfollowed.contains(rule);
            }
        });
    }

    private static Variant answering(Set<Rule> answering) {
        return Variant.of("answering", fields -> new Decisions() {
            @Override
            public boolean answers(Rule rule, StepContext step, Tcb tcb) {
                answering.add(rule);
                return true;
            }
        });
    }

    /** Every state of {@code scenario}, and of each step what it leads to and what is observed. */
    static List<String> steps(Scenario scenario, Variant variant) {
        TerminationModel model = TerminationModel.of(scenario, variant);
        ModelGraph graph = new ModelGraph(model, ALL_STATES);
        Expander expander = model.expander();
        List<String> steps = new ArrayList<>();
        StepSink sink = new StepSink() {
            @Override
            public void step(int action, long observations, long[] target, int offset) {
                steps.add(action + " " + observations + " " + Arrays.toString(target));
            }

            @Override
            public void cut(int bound) {
                steps.add("cut by " + bound);
            }
        };
        for (int id = 0; id < graph.size(); id++) {
            steps.add(Arrays.toString(graph.state(id)));
            expander.successors(graph.state(id), 0, sink);
        }
        return steps;
    }
}
