package dev.lastack.conformance.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.decisions.Variant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No rule of SEGMENT ARRIVES can be left out of the formal model unnoticed, but those that change nothing. */
class RuleMutantsTest {

    /** Dropped is what no rule takes: there is nothing to leave out. */
    private static final Set<Rule> NOTHING_TO_LEAVE_OUT = EnumSet.of(Rule.LISTEN_DROPS, Rule.SYN_SENT_DROPS);

    /** A segment without ACK is a SYN or an RST, which the second and the fourth check keep. */
    private static final Rule MASKED = Rule.NO_ACK;

    private static final Set<Rule> MASKING =
            EnumSet.of(Rule.SYN_RETURNS_TO_LISTEN, Rule.SYN_CHALLENGED, Rule.SYN_RESETS);

    private final List<RuleScenarios.Asking> scenarios = RuleScenarios.all();

    @Test
    void everyRuleIsNoticedOrChangesNothing() {
        List<String> unnoticed = RuleMutants.all(scenarios).stream()
                .filter(mutant -> Stream.of(RuleProperties.RANDOM_STEPS, RuleProperties.EVERY_TRANSITION)
                        .allMatch(
                                property -> property.notices(mutant, scenarios).isEmpty()))
                .map(mutant -> mutant.rule().name() + " " + mutant.part())
                .toList();
        assertThat(unnoticed)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(NOTHING_TO_LEAVE_OUT.stream(), Stream.of(MASKED))
                        .map(rule -> rule.name() + " " + RuleMutants.Part.RULE)
                        .toList());
    }

    /** What notices a missing rule notices nothing in the model as it is. */
    @Test
    void nothingIsMissingInTheModelItself() {
        assertThat(scenarios)
                .allSatisfy(asking -> assertThat(RuleProperties.RANDOM_STEPS.fault(asking.scenario(), Variant.OF_KNOBS))
                        .as(asking.scenario().name())
                        .isEmpty());
    }

    /** Nothing asks for the rule, so that without it all is the same; where those that mask it are gone, it decides. */
    @Test
    void theMaskedRuleIsMaskedByTheOnesNamed() {
        Set<Rule> both = EnumSet.copyOf(MASKING);
        both.add(MASKED);

        assertThat(scenarios.stream().filter(asking -> asking.rules().contains(MASKED)))
                .isEmpty();
        assertThat(scenarios.stream().filter(asking -> asking.without(MASKING).contains(MASKED)))
                .isNotEmpty()
                .anySatisfy(asking -> assertThat(RuleMutants.steps(asking.scenario(), RuleMutants.without(both))
                                .equals(RuleMutants.steps(asking.scenario(), RuleMutants.without(MASKING))))
                        .isFalse());
    }
}
