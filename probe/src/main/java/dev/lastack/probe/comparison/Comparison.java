package dev.lastack.probe.comparison;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.probe.comparison.RetransmissionCheck.Aspect;
import dev.lastack.probe.measurement.Case;
import dev.lastack.probe.measurement.Cases;
import dev.lastack.probe.measurement.MeasuredStack;
import dev.lastack.probe.measurement.NumericQuestion;
import dev.lastack.probe.measurement.Observations;
import dev.lastack.probe.measurement.Response;
import dev.lastack.probe.measurement.Setting;
import dev.lastack.probe.walk.VariantWalks;
import dev.lastack.probe.walk.WalkDivergence;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was measured of a stack, held against scenarios. */
public final class Comparison {

    private static final List<KnobCheck> EVERYWHERE = List.of(
            new LifetimeCheck(
                    "time-wait",
                    NumericQuestion.TIME_WAIT,
                    knobs -> knobs.timeWait().length()),
            new ChoiceCheck("time-wait.restart", Setting.DEFAULT, Cases.RESTART, Response::restarted),
            new ChoiceCheck("time-wait.rst", Setting.DEFAULT, Cases.RST_IN_TIME_WAIT, Response::state),
            new ChoiceCheck("time-wait.syn", Setting.DEFAULT, Cases.SYN_IN_TIME_WAIT, Response::reply),
            new ChoiceCheck("time-wait.fin", Setting.DEFAULT, Cases.FIN_IN_TIME_WAIT, Response::reply),
            new ChoiceCheck("time-wait.bare-ack", Setting.DEFAULT, Cases.BARE_ACK_IN_TIME_WAIT, Response::reply),
            new ReuseAfterCheck(Setting.DEFAULT),
            new IsnCheck(),
            new ChoiceCheck("timestamps", Setting.DEFAULT, Cases.STAMPED_TEXT, Comparison::stampedAndAccepted),
            new ChoiceCheck("rst-check", Setting.DEFAULT, Cases.RST_IN_ESTABLISHED, Response::state),
            new ChoiceCheck("ack-check", Setting.DEFAULT, Cases.OLD_ACK, Response::accepted),
            new ChallengeCheck(),
            new ChoiceCheck("reassembly", Setting.DEFAULT, Cases.REVERSED, Response::accepted),
            new RetransmissionCheck(Aspect.RTO),
            new RetransmissionCheck(Aspect.BACKOFF),
            new RetransmissionCheck(Aspect.R2),
            new LifetimeCheck(
                    "fin-wait-2-timeout",
                    NumericQuestion.FIN_WAIT_2,
                    knobs -> knobs.finWait2().timeout()),
            new ChoiceCheck("fin-wait-2.rst", Setting.DEFAULT, Cases.RST_IN_FIN_WAIT_2, Response::state));

    private static final List<KnobCheck> BY_SYSCTL = List.of(
            new ChoiceCheck("time-wait.rst", Setting.RFC1337, Cases.RST_IN_TIME_WAIT, Response::state),
            new ReuseAfterCheck(Setting.TW_REUSE),
            new ReuseNeedsCheck(),
            new ChoiceCheck("timestamps", Setting.NO_TIMESTAMPS, Cases.STAMPED_TEXT, Comparison::stampedAndAccepted));

    private static final long KERNEL_STEP = 400_000;

    /** Two ticks of its slower timer. */
    private static final long LWIP_STEP = 1_000_000;

    private Comparison() {}

    /** Endpoint knobs that no row is about, with the reason. */
    public static Map<String, String> notObservable(MeasuredStack stack) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (stack == MeasuredStack.LWIP) {
            reasons.put("time-wait.reuse-needs", "TIME-WAIT is never reused");
        }
        reasons.put("keep-alive", "off unless the user asks for it, and then 2 h: too long to wait for");
        reasons.put("quiet-time", "a running stack does not lose its memory");
        reasons.put("crash-clock", "a running stack does not lose its memory");
        reasons.put("silent-reset", "in CLOSING and LAST-ACK the user has closed the socket and cannot be told");
        reasons.put("time-wait.eviction", "it takes as many connections as the stack has room for");
        reasons.put("closing-timeout", "no case leads to CLOSING");
        reasons.put("closing.fin", "no case leads to CLOSING");
        reasons.put(
                "last-ack-timeout",
                stack == MeasuredStack.LWIP
                        ? "it runs from the last arrival, which no case tells from the FIN"
                        : "no case waits for longer than R2");
        reasons.put("syn-check", "no case asks for it but that of challenge-limit, whose SYNs draw challenge ACKs");
        reasons.put("closed.rst", "no case asks a closed port");
        reasons.put("give-up", "no case waits for it with the peer still reading");
        reasons.put("syn-again-after-rst", "no case answers the own SYN by an unacceptable ACK");
        reasons.put("window", "a bound of the model, not a decision of the stack");
        reasons.put("data", "the user decides it");
        reasons.put("close", "the user decides it");
        reasons.put("ack-delay", "no case measures when an acknowledgment comes");
        reasons.put("close.as", "the user decides it");
        reasons.put("reads", "the user decides it");
        reasons.put("open", "the user decides it");
        return reasons;
    }

    private static List<Object> stampedAndAccepted(Response response) {
        return List.of(response.stamped(), response.accepted());
    }

    /** The scenario that says what the stack does under {@code setting}, with some knobs changed. */
    public static Scenario scenario(MeasuredStack stack, Setting setting, Map<String, String> changes) {
        return stack == MeasuredStack.LINUX
                ? linux(setting, changes)
                : Scenarios.variant(stack.toString()).with(changes);
    }

    private static Scenario linux(Setting setting, Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(changes);
        if (setting == Setting.RFC1337) {
            all.put("time-wait.rst", "ignore");
        }
        if (setting == Setting.NO_TIMESTAMPS) {
            all.put("timestamps", "off");
        }
        if ("off".equals(all.get("timestamps"))) {
            // Without timestamps Linux never reuses; a scenario has to say it, and no row of this setting is about it.
            all.put("time-wait.reuse-after", "off");
        }
        return Scenarios.variant(setting == Setting.TW_REUSE ? "linux-tw-reuse" : "linux")
                .with(all);
    }

    /** A row for each knob that can be measured, under each setting that changes it. */
    public static List<Row> rows(Observations observations, Function<Setting, Scenario> scenarios) {
        return checks(observations.stack())
                .map(check -> check.row(observations, scenarios.apply(check.setting())))
                .toList();
    }

    private static Stream<KnobCheck> checks(MeasuredStack stack) {
        return switch (stack) {
            case LINUX -> Stream.concat(EVERYWHERE.stream(), BY_SYSCTL.stream());
            case LWIP -> EVERYWHERE.stream();
        };
    }

    /** Every case whose outcome is not the one that {@code scenario} says, by default settings. */
    public static List<Difference> differences(Observations observations, Scenario scenario) {
        List<Difference> differences = new ArrayList<>();
        for (Case question : Cases.all()) {
            Optional<Response> kernel = observations.response(Setting.DEFAULT, question);
            if (kernel.isPresent()) {
                Response variant = Prediction.of(scenario, question);
                if (!variant.equals(kernel.get())) {
                    differences.add(new Difference(question, variant, kernel.get()));
                }
            }
        }
        return differences;
    }

    /**
     * What the variant says that walks cause. The time after each step is long enough for an answer, and a whole walk
     * too short for a timer.
     */
    public static VariantWalks walks(MeasuredStack stack, Map<String, String> changes) {
        Scenario scenario = scenario(stack, Setting.DEFAULT, changes);
        EndpointConfig config = EndpointConfig.onTheWire(scenario.b(), Prediction.tick(scenario));
        return new VariantWalks(config.closingHalfDuplex(), step(stack));
    }

    /** Microseconds after each step of a walk. */
    public static long step(MeasuredStack stack) {
        return stack == MeasuredStack.LINUX ? KERNEL_STEP : LWIP_STEP;
    }

    /** Every walk of which a step did not do what {@code changes} to the variant say. */
    public static List<WalkDivergence> divergences(Observations observations, Map<String, String> changes) {
        VariantWalks variant = walks(observations.stack(), changes);
        return observations.exploration().walks().stream()
                .map(variant::firstDivergence)
                .flatMap(Optional::stream)
                .toList();
    }
}
