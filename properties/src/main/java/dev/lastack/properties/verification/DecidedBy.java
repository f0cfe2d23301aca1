package dev.lastack.properties.verification;

import java.util.List;

/**
 * What decided a claim, and for which networks.
 *
 * @param means what decided it
 * @param networks those for which the claim holds, or is never put to the test; a violation is one run in one network
 * @param within the bounds that the search met: nothing is said of what lies beyond them
 * @param kept the states that no other covers, where there were any to keep; else 0
 */
public record DecidedBy(Means means, Networks networks, List<String> within, long kept) {

    /** By a plain search that says nothing of other networks. */
    static final DecidedBy PLAIN_SEARCH = new DecidedBy(Means.PLAIN, Networks.OWN, List.of(), 0);

    public DecidedBy {
        within = List.copyOf(within);
    }

    /** What can decide a claim. */
    public enum Means {
        /** The join of all that reaches a value of the hosts' variables. */
        HULL,
        /** The states of the network of any capacity that no other covers. */
        ANTICHAIN,
        /** The states of the network of one capacity. */
        PLAIN,
        /** The zones of dense time. */
        ZONES;

        /** The engine that works so. */
        public Engine engine() {
            return switch (this) {
                case HULL, ANTICHAIN -> Engine.HULL;
                case PLAIN -> Engine.PLAIN;
                case ZONES -> Engine.ZONES;
            };
        }
    }

    /** Networks that a verdict is about. */
    public enum Networks {
        /** Whatever they lose, repeat, reorder and hold. */
        ANY,
        /** Those that lose, repeat and reorder as the scenario says, whatever they hold. */
        ANY_CAPACITY,
        /** That of the scenario, with the capacity that was searched. */
        OWN
    }

    /** For which networks it is, as a part of a sentence: "for any capacity"; empty if for the searched one. */
    public String reach() {
        String bounds = within.isEmpty() ? "" : "within " + String.join(" and ", within);
        return switch (networks) {
            case ANY ->
                within.isEmpty()
                        ? "for any capacity, loss, duplication and reordering"
                        : bounds + ", and no bound on the network";
            case ANY_CAPACITY -> within.isEmpty() ? "for any capacity" : bounds + ", and none on the capacity";
            case OWN -> bounds;
        };
    }
}
