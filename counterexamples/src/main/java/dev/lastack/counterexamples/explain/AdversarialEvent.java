package dev.lastack.counterexamples.explain;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.Flight;
import dev.lastack.counterexamples.story.Flight.Fate;
import dev.lastack.counterexamples.story.Flight.Moment;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.model.view.StepView.Kind;
import java.util.List;
import java.util.Map;

/** Something that a benign network and benign users do not do; it is counted in runs, and one knob excludes it. */
public enum AdversarialEvent {
    /** A segment left the network without having arrived. */
    LOSS("loss", "none", "lost segment"),
    /** A segment arrived once more. */
    DUPLICATION("duplication", "none", "extra arrival"),
    /** A segment arrived while an older one of its direction was under way that arrived later. */
    OVERTAKING("reordering", "off", "overtaken segment"),
    /** A user called ABORT. */
    ABORT("abort", "0", "ABORT"),
    /** A host lost its memory. */
    CRASH("crash", "0", "crash"),
    /** A segment came from off the path. */
    FORGERY("forge", "0", "forged segment");

    private final String knob;
    private final String never;
    private final String noun;

    AdversarialEvent(String knob, String never, String noun) {
        this.knob = knob;
        this.never = never;
        this.noun = noun;
    }

    /** The knob that bounds it. */
    public String knob() {
        return knob;
    }

    /**
     * The value of the knob that allows {@code count} of them; overtaking is allowed or not, whatever the count.
     *
     * @param endless what happens in a lasso happens again in every round
     */
    public String allowing(int count, boolean endless) {
        if (count == 0) {
            return never;
        }
        if (this == OVERTAKING) {
            return "on";
        }
        return endless && repeatable() ? "unlimited" : Integer.toString(count);
    }

    /** Whether there may be any number of them in a run. */
    private boolean repeatable() {
        return this == LOSS || this == DUPLICATION;
    }

    /** For example "2 lost segments". */
    public String counted(int count) {
        return count + " " + noun + (count == 1 ? "" : this == CRASH ? "es" : "s");
    }

    /** The same where it is a bound: overtaking has none, and in a lasso losses and extra arrivals have none. */
    public String bounded(int count, boolean endless) {
        if (this == OVERTAKING) {
            return "overtaking";
        }
        return endless && repeatable() ? noun + "s without end" : counted(count);
    }

    /** How often each happens in {@code run}; none is left out. */
    public static Map<AdversarialEvent, Integer> count(Counterexample run) {
        Flights flights = Flights.of(run);
        Multiset<AdversarialEvent> counts = EnumMultiset.create(AdversarialEvent.class);
        for (Flight flight : flights.all()) {
            boolean lost = flight.fate() == Fate.LOST
                    || flight.fate() == Fate.OVERFLOWED
                    || flight.fate() == Fate.OVERTAKEN
                    || (flight.fate() == Fate.MERGED && !flight.arrived());
            counts.add(LOSS, lost ? 1 : 0);
            counts.add(DUPLICATION, Math.max(0, flight.arrivals().size() - 1));
            counts.add(OVERTAKING, overtaken(flight, flights) ? 1 : 0);
        }
        for (Counterexample.Move move : run.moves()) {
            counts.add(ABORT, move.view().kind() == Kind.ABORT ? 1 : 0);
            counts.add(CRASH, move.view().kind() == Kind.CRASH ? 1 : 0);
            counts.add(FORGERY, move.view().kind() == Kind.FORGE ? 1 : 0);
        }
        return Maps.toMap(List.of(values()), counts::count);
    }

    private static boolean overtaken(Flight flight, Flights flights) {
        return flight.arrived()
                && flights.all().stream()
                        .filter(other -> other.from() == flight.from() && other.number() > flight.number())
                        .filter(Flight::arrived)
                        .anyMatch(other -> first(other) < first(flight));
    }

    private static int first(Flight flight) {
        Moment arrival = flight.arrivals().get(0);
        return arrival.step();
    }
}
