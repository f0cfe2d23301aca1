package dev.lastack.properties.claims;

import dev.lastack.model.TerminationAtoms;
import dev.lastack.model.state.TcpStates;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Claims on how long something takes, in ticks: {@code opens-within} from an OPEN on, {@code closes-within} from the user's CLOSE
 * on, and {@code last-ack-within} and the like for every state of a TCB. Without a number they claim that there is a bound, and the
 * least one is found; with one ({@code opens-within 3}), that this is a bound.
 */
final class WaitingClaims {

    private static final Pattern ID = Pattern.compile("([a-z0-9-]+)-within(?: ([0-9]{1,9}))?");

    private WaitingClaims() {}

    /** The claim with this id, if it is one of these. */
    static Optional<Claim> byId(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalLong atMost =
                matcher.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(matcher.group(2)));
        return what(matcher.group(1)).map(what -> claim(id, what, atMost));
    }

    /** A stay in some states, with the words for it. */
    private record Stay(String words, Set<TcpState> states, String citation) {}

    private static Optional<Stay> what(String name) {
        return switch (name) {
            case "opens" ->
                Optional.of(new Stay(
                        "The way from an OPEN or a SYN to ESTABLISHED, or to its failure,",
                        EnumSet.of(TcpState.SYN_SENT, TcpState.SYN_RECEIVED),
                        "RFC 9293 §3.5, §3.10.1"));
            case "closes" ->
                Optional.of(new Stay(
                        "The way from the user's FIN until the TCB is gone",
                        TcpStates.CLOSED_BY_USER,
                        "RFC 9293 §3.6"));
            default ->
                Stream.of(TcpState.values())
                        .filter(state -> !TcpStates.GONE.contains(state))
                        .filter(state ->
                                state.toString().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .map(state -> new Stay(state.toString(), EnumSet.of(state), "RFC 9293 §3.3.2"));
        };
    }

    private static Claim claim(String id, Stay stay, OptionalLong atMost) {
        String sentence = atMost.isPresent()
                ? stay.words() + " takes at most " + atMost.getAsLong()
                        + (atMost.getAsLong() == 1 ? " tick." : " ticks.")
                : "There is a bound on the time: " + stay.words() + " ends.";
        return RunProperties.within(
                id,
                sentence,
                stay.citation(),
                (TerminationAtoms atoms, Host host) -> atoms.in(host, stay.states()),
                atMost);
    }
}
