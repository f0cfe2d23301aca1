package dev.lastack.scenario.knobs;

import dev.lastack.scenario.knobs.EndpointKnobs.Isn;
import dev.lastack.scenario.knobs.EndpointKnobs.ReuseNeeds;
import dev.lastack.scenario.text.Place;
import dev.lastack.scenario.text.Problems;
import dev.lastack.scenario.text.ScenarioException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses values that are each in range but do not fit each other, all of them at once. */
public final class CrossChecks {

    private final Settings settings;
    private final Environment environment;
    private final Place otherwise;
    private final Problems problems = new Problems();
    private final Set<List<String>> refused = new HashSet<>();

    public CrossChecks(Settings settings, Environment environment, Place otherwise) {
        this.settings = settings;
        this.environment = environment;
        this.otherwise = otherwise;
    }

    public CrossChecks check(Host host, EndpointKnobs knobs) {
        checkSequenceSpace(host, knobs);
        checkTransmission(host, knobs);
        // RFC 7323 §4.3: TS.Recent depends on the last ACK sent, which is RCV.NXT only where no ACK waits.
        refuseIf(
                knobs.reception().ackDelay() != EndpointKnobs.OFF
                        && knobs.numbers().timestamps(),
                host,
                Knobs.ACK_DELAY,
                "does not go with timestamps: on; set one of them off");
        refuseIf(
                knobs.timeWait().reuseAfter() != EndpointKnobs.OFF
                        && knobs.timeWait().reuseNeeds() == ReuseNeeds.TIMESTAMPS
                        && !knobs.numbers().timestamps(),
                host,
                Knobs.TIME_WAIT_REUSE_AFTER,
                "never happens without timestamps; set timestamps: on, or time-wait.reuse-needs: nothing");
        return this;
    }

    private void checkSequenceSpace(Host host, EndpointKnobs knobs) {
        int space = environment.sequenceSpace();
        if (space == Environment.UNBOUNDED) {
            refuseIf(
                    knobs.numbers().isn() == Isn.RANDOM || knobs.numbers().isn() == Isn.CLOCK,
                    host,
                    Knobs.ISN,
                    "random and clock(n) need a finite sequence-space, which is set to unbounded");
            return;
        }
        // RFC 9293 §3.4: comparisons modulo the space say older or newer only within half of it.
        refuseIf(
                knobs.reception().window() > space / 2,
                host,
                Knobs.WINDOW,
                knobs.reception().window() + " is larger than half the sequence space of " + space + "; at most "
                        + space / 2);
    }

    private void checkTransmission(Host host, EndpointKnobs knobs) {
        refuseIf(
                knobs.retransmission().rtoMin() > knobs.retransmission().rtoMax(),
                host,
                Knobs.RTO,
                "the least gap, " + knobs.retransmission().rtoMin() + " ticks, is more than the greatest, "
                        + knobs.retransmission().rtoMax());
        refuseIf(
                knobs.retransmission().backoffCap() != EndpointKnobs.OFF
                        && knobs.retransmission().backoffCap()
                                < knobs.retransmission().rtoMax(),
                host,
                Knobs.RTO_BACKOFF,
                "its cap, " + knobs.retransmission().backoffCap() + " ticks, is less than the rto of "
                        + knobs.retransmission().rtoMax());
    }

    /**
     * Ends the checks.
     *
     * @throws ScenarioException if values do not fit each other
     */
    public void complain() {
        problems.complain();
    }

    private void refuseIf(boolean wrong, Host host, Knob<?> knob, String problem) {
        if (!wrong) {
            return;
        }
        Place place = settings.place(host, knob, otherwise);
        if (refused.add(List.of(place.toString(), knob.name()))) { // One line may set the knob of both hosts.
            problems.add(place, host + "." + knob.name() + ": " + problem);
        }
    }
}
