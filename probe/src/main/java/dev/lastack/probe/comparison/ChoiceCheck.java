package dev.lastack.probe.comparison;

import dev.lastack.probe.comparison.Row.Verdict;
import dev.lastack.probe.measurement.Case;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Response;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Knobs;
import dev.lastack.scenario.text.ScenarioException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A knob with few values: the measured ones are those with which lastack's endpoint answers as the kernel did. What is
 * compared of an answer is what the knob decides.
 */
final class ChoiceCheck extends KnobCheck {

    private final List<Case> cases;
    private final Function<Response, Object> decided;

    ChoiceCheck(String knob, Setting setting, List<Case> cases, Function<Response, Object> decided) {
        super(knob, setting);
        this.cases = cases;
        this.decided = decided;
    }

    @Override
    Row row(Observations observations, Scenario scenario) {
        List<Object> seen = new ArrayList<>();
        for (Case question : cases) {
            Optional<Response> response = observations.response(setting(), question);
            if (response.isEmpty()) {
                return notMeasured(observations, scenario, question.toString());
            }
            seen.add(decided.apply(response.get()));
        }
        List<String> values = Knobs.named(knob()).orElseThrow().type().words().stream()
                .filter(value -> seen.equals(answers(scenario, value)))
                .toList();
        String measured = values.isEmpty() ? "none of the values" : String.join(" or ", values);
        return row(scenario, measured, values.contains(stated(scenario)) ? Verdict.AGREES : Verdict.DIFFERS);
    }

    private List<Object> answers(Scenario scenario, String value) {
        try {
            Scenario changed = scenario.with(Map.of(knob(), value));
            List<Object> answers = new ArrayList<>();
            cases.forEach(question -> answers.add(decided.apply(Prediction.of(changed, question))));
            return answers;
        } catch (ScenarioException impossible) {
            // The value does not go with the other knobs.
            return List.of();
        }
    }
}
