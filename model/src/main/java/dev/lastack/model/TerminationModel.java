package dev.lastack.model;

import dev.lastack.checker.Expander;
import dev.lastack.checker.Trace;
import dev.lastack.checker.TransitionSystem;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.rules.Counters;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.Reduction;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.steps.Mirror;
import dev.lastack.model.steps.Rerun;
import dev.lastack.model.steps.SymmetricExpander;
import dev.lastack.model.steps.TerminationExpander;
import dev.lastack.model.view.Narrator;
import dev.lastack.model.view.StateView;
import dev.lastack.model.view.StepView;
import dev.lastack.model.view.Views;
import dev.lastack.scenario.Scenario;
import java.util.List;
import java.util.Set;

/** The transition system of a {@link Scenario}. */
public final class TerminationModel implements TransitionSystem {

    private final Rulebook rulebook;
    private final ResolvedScenario setting;
    private final Views views;

    private TerminationModel(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.setting = rulebook.scenario();
        this.views = new Views(rulebook);
    }

    public static TerminationModel of(Scenario scenario) {
        return of(scenario, Variant.OF_KNOBS);
    }

    /** The transition system of a scenario in which {@code variant} decides. */
    public static TerminationModel of(Scenario scenario, Variant variant) {
        return of(scenario, variant, Reduction.OF_STATES);
    }

    /**
     * The same with these reductions alone; {@link Reduction#SYMMETRY} is without effect where the hosts have different
     * knobs.
     */
    public static TerminationModel of(Scenario scenario, Variant variant, Set<Reduction> reductions) {
        return new TerminationModel(Rulebook.of(scenario, variant, reductions));
    }

    /** The same in another order than the scenario asks for. */
    public static TerminationModel of(
            Scenario scenario, Variant variant, Set<Reduction> reductions, InstantOrder order) {
        return new TerminationModel(Rulebook.of(scenario, variant, reductions, order));
    }

    public Scenario scenario() {
        return setting.scenario();
    }

    public Variant variant() {
        return rulebook.variant();
    }

    /** The state behind the words. */
    public StateView decode(long[] state) {
        return views.state(state);
    }

    /** Takes the step {@code action} from {@code state} again and tells what happened. */
    public StepView tell(long[] state, int action) {
        return new Narrator(rulebook, views).tell(state, Action.of(action));
    }

    /**
     * The run of this model that {@code run}, one of the same scenario and variant under other reductions, stands for. This
     * model is without {@link Reduction#SYMMETRY}.
     */
    public Trace rerun(TerminationModel reduced, Trace run) {
        return new Rerun(reduced.rulebook, rulebook).of(run);
    }

    /** The reductions that make a difference to this model. */
    public Set<Reduction> reductions() {
        return setting.reductions();
    }

    /** A line a person can read for a segment in its packed form. */
    String describeSegment(long packed) {
        return Views.describe(views.segment(packed));
    }

    /** Where each field lies in the words of a state, for people. */
    public String describeLayout() {
        return setting.layout().toString();
    }

    /** The resolved scenario and who takes its decisions. */
    public Rulebook rulebook() {
        return rulebook;
    }

    public ResolvedScenario setting() {
        return setting;
    }

    @Override
    public int words() {
        return setting.layout().words();
    }

    @Override
    public int significantBits(int word) {
        return setting.layout().significantBits(word);
    }

    @Override
    public Expander expander() {
        TerminationExpander steps = TerminationExpander.remembering(rulebook);
        return setting.symmetric()
                ? new SymmetricExpander(
                        steps, new Mirror(setting.layout()), setting.layout().words())
                : steps;
    }

    /** Fairness names hosts, and one state that stands for two exchanges them along a cycle. */
    @Override
    public List<String> reductionsForSafetyOnly() {
        return setting.symmetric() ? List.of(Reduction.SYMMETRY.toString()) : List.of();
    }

    @Override
    public List<String> counters() {
        return Counters.names(setting);
    }

    @Override
    public List<String> bounds() {
        return Bound.titles();
    }

    @Override
    public String describeAction(long[] state, int action) {
        return views.action(state, Action.of(action));
    }

    /** The step without the numbers of its segment, for example "ARRIVAL at A of FIN,ACK". */
    public String describeEvent(long[] state, int action) {
        return views.event(state, Action.of(action));
    }

    @Override
    public String describeState(long[] state) {
        return Views.describe(views.state(state));
    }
}
