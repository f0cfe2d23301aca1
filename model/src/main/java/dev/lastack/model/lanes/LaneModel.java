package dev.lastack.model.lanes;

import static dev.lastack.scenario.knobs.EndpointKnobs.UNLIMITED;

import dev.lastack.checker.lanes.LaneRun;
import dev.lastack.checker.lanes.LaneSteps;
import dev.lastack.checker.lanes.LaneSystem;
import dev.lastack.checker.lanes.Lanes;
import dev.lastack.model.TerminationModel;
import dev.lastack.model.decisions.Rulebook;
import dev.lastack.model.decisions.Variant;
import dev.lastack.model.rules.Bound;
import dev.lastack.model.state.Action;
import dev.lastack.model.state.InstantOrder;
import dev.lastack.model.state.Reduction;
import dev.lastack.model.state.ResolvedScenario;
import dev.lastack.model.steps.HostSteps;
import dev.lastack.model.view.Views;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Environment;
import dev.lastack.scenario.text.ScenarioException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Scenario} with a network of any capacity, which loses, repeats and reorders as it likes. What is left of such a network
 * is, for each segment, how long the youngest copy can still arrive: an arrival changes nothing, because the copy may arrive again. The
 * control is the hosts' part of a state, a token is a segment on its way to one host.
 *
 * <p>The hosts follow the same rules as in {@link TerminationModel}: what they do depends on their own part of the state and on
 * the segment that arrives, see {@link HostSteps}.
 */
public final class LaneModel implements LaneSystem {

    /** A token is a packed segment and one bit more, and no negative number. */
    private static final int MOST_SEGMENT_BITS = 62;

    private static final Map<String, String> HOSTILE =
            Map.of("loss", "unlimited", "duplication", "unlimited", "reordering", "on", "capacity", "unlimited");

    private final Scenario scenario;
    private final Rulebook rulebook;
    private final ResolvedScenario setting;
    private final Views views;

    private LaneModel(Scenario scenario, Variant variant) {
        this.scenario = scenario;
        // The slots of a state stay empty here; one for each direction is the fewest there can be.
        this.rulebook = Rulebook.of(scenario.with(Map.of("capacity", "1")), variant, Reduction.OF_STATES);
        this.setting = rulebook.scenario();
        this.views = new Views(rulebook);
        if (setting.format().width() > MOST_SEGMENT_BITS) {
            throw refused(
                    scenario,
                    "a segment has " + setting.format().width() + " bits; " + MOST_SEGMENT_BITS
                            + " are the most for a network of any capacity");
        }
    }

    /**
     * The system of a scenario in which {@code variant} decides.
     *
     * @throws ScenarioException if the scenario's network is none of this kind, see {@link #refusal}
     */
    public static LaneModel of(Scenario scenario, Variant variant) {
        refusal(scenario).ifPresent(why -> {
            throw refused(scenario, why);
        });
        return new LaneModel(scenario, variant);
    }

    /** The same scenario with the most hostile network: each run of {@code scenario} is one of it. */
    public static Scenario hostile(Scenario scenario) {
        return scenario.with(HOSTILE);
    }

    private static ScenarioException refused(Scenario scenario, String why) {
        return new ScenarioException(scenario.statement().place(), why);
    }

    /** Why a scenario's network cannot be taken as one of any capacity: the knob and its value; or empty if it can. */
    public static Optional<String> refusal(Scenario scenario) {
        if (InstantOrder.of(scenario).timersAreSteps()) {
            return Optional.of(
                    "durations are real times, but a network of any capacity needs ticks: its timers fire in them");
        }
        Environment environment = scenario.environment();
        if (environment.loss() != UNLIMITED) {
            return Optional.of(needs("loss", budget(environment.loss()), "unlimited"));
        }
        if (environment.duplication() != UNLIMITED) {
            return Optional.of(needs("duplication", budget(environment.duplication()), "unlimited"));
        }
        if (!environment.reordering()) {
            return Optional.of(needs("reordering", "off", "on"));
        }
        boolean timestamps =
                scenario.a().numbers().timestamps() && scenario.b().numbers().timestamps();
        return environment.msl() <= Lanes.oldest(timestamps)
                ? Optional.empty()
                : Optional.of("msl is " + environment.msl() + " ticks, and a network of any capacity has room for "
                        + Lanes.oldest(timestamps) + (timestamps ? " with timestamps" : ""));
    }

    private static String budget(int most) {
        return most == 0 ? "none" : Integer.toString(most);
    }

    private static String needs(String knob, String value, String needed) {
        return knob + ": " + value + ", but a network of any capacity needs " + knob + ": " + needed;
    }

    /** In one line, all that the steps depend on; two systems with the same line have the same steps. */
    public String subject() {
        Scenario bare = setting.scenario();
        String text = "A: " + bare.a() + "; B: " + bare.b() + "; " + bare.environment() + "; variant: "
                + rulebook.variant() + "; layout: " + setting.layout();
        return text.replaceAll("\\s*\\R\\s*", ", ");
    }

    /** The scenario that the system was made of. */
    public Scenario scenario() {
        return scenario;
    }

    /** The variant that decides. */
    public Variant variant() {
        return rulebook.variant();
    }

    ResolvedScenario setting() {
        return setting;
    }

    @Override
    public int controlWords() {
        return setting.layout().words();
    }

    @Override
    public int oldest() {
        return setting.environment().msl();
    }

    @Override
    public boolean agesAreRead() {
        return setting.bounds().timestamps();
    }

    @Override
    public List<String> bounds() {
        return Bound.titles();
    }

    @Override
    public LaneSteps steps() {
        return new LaneModelSteps(rulebook);
    }

    @Override
    public String describe(long[] control) {
        return Views.describe(views.state(control));
    }

    @Override
    public String describe(long[] control, LaneRun.Step step) {
        Action action = Action.of(step.action());
        return step.prompt()
                .map(prompt -> action.kind() + " at " + action.host() + " of "
                        + Views.describe(views.segment(LaneModelSteps.segmentOf(setting.format(), prompt))))
                .orElseGet(() -> views.action(control, action));
    }
}
