package dev.lastack.properties.conformance;

import dev.lastack.endpoint.UserError;
import dev.lastack.scenario.Host;
import java.util.List;
import java.util.Optional;

/**
 * What an event made the executable pair do.
 *
 * @param told signals to users, each with its host
 * @param error why a user call was refused
 * @param decided the rules that decided, as the stacks tell them
 */
record Effect(List<Sent> sent, List<String> told, Optional<UserError> error, List<String> decided) {

    /** A segment and who sent it. */
    record Sent(Host from, AbstractSegment segment) {

        @Override
        public String toString() {
            return (from == Host.A ? "A → B " : "B → A ") + segment;
        }
    }
}
