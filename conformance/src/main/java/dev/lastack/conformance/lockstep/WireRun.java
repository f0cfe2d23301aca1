package dev.lastack.conformance.lockstep;

import dev.lastack.conformance.event.Abstraction;
import dev.lastack.conformance.event.Effect;
import dev.lastack.conformance.event.Event;
import dev.lastack.conformance.monitor.Judgement;
import dev.lastack.conformance.monitor.Looks;
import dev.lastack.conformance.monitor.Occurrence;
import dev.lastack.conformance.stack.StackFactory;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The script of a run, played by two executables with 32-bit numbers and in milliseconds: the same calls, and the same
 * segments arriving in the same order and at the same ticks, whatever their numbers now are.
 */
final class WireRun {

    private final StackFactory factory;
    private final Scenario scenario;
    private final Scale scale;
    private final List<Taken> script;
    private final Judgement.Question question;

    WireRun(StackFactory factory, Scenario scenario, List<Taken> script, Judgement.Question question) {
        this.factory = factory;
        this.scenario = scenario;
        this.scale = Scale.onTheWire(scenario);
        this.script = script;
        this.question = question;
    }

    /**
     * How far a run went as scripted.
     *
     * @param steps that were as in the model
     * @param obstacle why it does not break the claim; empty if it does
     */
    record Outcome(int steps, Optional<String> obstacle) {}

    /** Plays the script with initial sequence numbers chosen by {@code choice}. */
    Outcome play(Pair.IssChoice choice) {
        boolean timestamps =
                scenario.a().numbers().timestamps() && scenario.b().numbers().timestamps();
        Pair pair = new Pair(scenario, factory, new Abstraction(scale.numbers(), timestamps), scale);
        Judgement judgement = new Judgement(scenario, scale.numbers(), question);
        Looks before = pair.look();
        for (int i = 0; i < script.size(); i++) {
            Taken taken = script.get(i);
            pair.impose(taken.move(), choice);
            Event event = eventOf(taken, pair);
            Effect effect = pair.take(taken.move(), taken.place());
            Looks after = pair.look();
            Occurrence occurrence = new Occurrence(
                    event, effect, before, after, taken.occurrence().inFlight());
            Optional<String> difference = difference(taken.occurrence(), occurrence);
            if (difference.isPresent()) {
                return new Outcome(i, Optional.of("step " + (i + 1) + ": " + difference.get()));
            }
            judgement.note(occurrence);
            before = after;
        }
        return new Outcome(
                script.size(),
                judgement.broken() ? Optional.empty() : Optional.of("all goes alike, and nothing breaks"));
    }

    /** The event with what arrives as it stands in these numbers. */
    private static Event eventOf(Taken taken, Pair pair) {
        Event event = taken.move().event();
        return taken.place().isEmpty()
                ? event
                : new Event(
                        event.kind(),
                        event.host(),
                        Optional.of(pair.sender(event)
                                .emitted(taken.place().getAsInt())
                                .segment()));
    }

    /** What is not as it was at the model's modulus: the states, or the kinds of the segments sent. */
    private static Optional<String> difference(Occurrence scripted, Occurrence played) {
        for (Host host : Host.values()) {
            if (!played.after(host).state().equals(scripted.after(host).state())) {
                String what = scripted.event()
                        .segment()
                        .map(segment -> segment.kind() + " of incarnation " + segment.incarnation())
                        .orElse(scripted.event().toString());
                return Optional.of(what + " takes " + host + " to "
                        + scripted.after(host).state().get() + "; at 32 bits it is in "
                        + played.after(host).state().get());
            }
        }
        return kinds(played).equals(kinds(scripted))
                ? Optional.empty()
                : Optional.of("sent is " + kinds(scripted) + "; at 32 bits " + kinds(played));
    }

    private static List<String> kinds(Occurrence occurrence) {
        return occurrence.effect().sent().stream()
                .map(sent -> sent.from() + ": " + sent.segment().kind() + " of incarnation "
                        + sent.segment().incarnation())
                .toList();
    }

    /** The connections whose initial sequence number the run chooses. */
    static Set<Connection> begun(List<Taken> script) {
        Set<Connection> begun = new HashSet<>();
        for (Taken taken : script) {
            for (Host host : Host.values()) {
                if (taken.occurrence().began(host)) {
                    begun.add(
                            new Connection(host, taken.occurrence().after(host).incarnation()));
                }
            }
        }
        return begun;
    }

    /** One host's end of an incarnation. */
    record Connection(Host host, int incarnation) {}
}
