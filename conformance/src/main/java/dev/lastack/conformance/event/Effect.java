package dev.lastack.conformance.event;

import dev.lastack.endpoint.UserError;
import dev.lastack.model.view.StepView.Telling;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.UserSignal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an event made the executable pair do.
 *
 * @param signals what users were told
 * @param delivered octets that the user of the end at which the event happened received; the value of each is the
 *     incarnation of the user who sent it
 * @param accepted octets that SEND took from the user
 * @param error why a user call was refused
 * @param decided the rules that decided, as the stacks tell them
 */
@SuppressWarnings("ArrayRecordComponent")
public record Effect(
        List<Sent> sent,
        List<Telling> signals,
        byte[] delivered,
        int accepted,
        Optional<UserError> error,
        List<String> decided) {

    /** Nothing came of it. */
    public static Effect none() {
        return new Effect(List.of(), List.of(), new byte[0], 0, Optional.empty(), List.of());
    }

    /** What two ends did at one instant, one after the other. */
    public Effect and(Effect next) {
        return new Effect(
                Stream.concat(sent.stream(), next.sent.stream()).toList(),
                Stream.concat(signals.stream(), next.signals.stream()).toList(),
                new byte[0],
                accepted + next.accepted,
                error.or(next::error),
                Stream.concat(decided.stream(), next.decided.stream()).toList());
    }

    /** The signals that the state does not show as well, as OPENED and CLOSED are. */
    public List<Telling> told() {
        return signals.stream()
                .filter(told -> told.signal() != UserSignal.OPENED && told.signal() != UserSignal.CLOSED)
                .toList();
    }

    public boolean told(Host host, UserSignal signal) {
        return signals.contains(new Telling(host, signal));
    }

    /** A segment and who sent it. */
    public record Sent(Host from, AbstractSegment segment) {

        @Override
        public String toString() {
            return (from == Host.A ? "A → B " : "B → A ") + segment;
        }
    }
}
