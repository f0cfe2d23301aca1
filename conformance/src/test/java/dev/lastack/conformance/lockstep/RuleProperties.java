package dev.lastack.conformance.lockstep;

import dev.lastack.checker.Limits;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Variant;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What may notice that a formal model leaves out a rule: the claims, or the endpoint, which follows it. */
enum RuleProperties {
    /** A verdict, or the length of a counterexample, is another one than with the rule; says of which claims. */
    CLAIMS {
        @Override
        Optional<String> fault(Scenario scenario, Variant variant) {
            Map<String, String> with = EXPECTED.computeIfAbsent(scenario, any -> verdicts(any, Variant.OF_KNOBS));
            String changed = verdicts(scenario, variant).entrySet().stream()
                    .filter(verdict -> !verdict.getValue().equals(with.get(verdict.getKey())))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return changed.isEmpty() ? Optional.empty() : Optional.of(changed);
        }
    },
    RANDOM_STEPS {
        @Override
        Optional<String> fault(Scenario scenario, Variant variant) {
            return divergence(conformance(scenario, variant).randomSteps(STEPS, ConformanceProperties.SEED));
        }
    },
    EVERY_TRANSITION {
        @Override
        Optional<String> fault(Scenario scenario, Variant variant) {
            return divergence(conformance(scenario, variant).everyTransition(RuleMutants.ALL_STATES));
        }
    };

    private static final long STEPS = 3_000;
    private static final Map<Scenario, Map<String, String>> EXPECTED = new ConcurrentHashMap<>();

    /** How this notices that {@code variant} is not the model of {@code scenario}. */
    abstract Optional<String> fault(Scenario scenario, Variant variant);

    /** How this notices {@code mutant} in the first of those scenarios that ask for its rule. */
    Optional<String> notices(RuleMutants.Mutant mutant, List<RuleScenarios.Asking> scenarios) {
        return scenarios.stream()
                .filter(asking -> asking.rules().contains(mutant.rule()))
                .flatMap(asking -> fault(asking.scenario(), mutant.variant()).stream())
                .findFirst();
    }

    private static Map<String, String> verdicts(Scenario scenario, Variant variant) {
        return Verification.of(scenario)
                .variant(variant)
                .claims(TerminationClaims.safety())
                .limits(Limits.none().withWorkers(1))
                .run()
                .claims()
                .stream()
                .collect(Collectors.toMap(result -> result.claim().id(), RuleProperties::verdict));
    }

    private static String verdict(ClaimResult result) {
        return result.outcome()
                + result.trace().map(trace -> " in " + trace.steps().size()).orElse("");
    }

    private static Conformance conformance(Scenario scenario, Variant variant) {
        return Conformance.of(scenario).against(TerminationModel.of(scenario, variant));
    }

    private static Optional<String> divergence(ConformanceReport report) {
        return report.divergence().map(Divergence::difference);
    }
}
