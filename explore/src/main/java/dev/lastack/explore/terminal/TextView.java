package dev.lastack.explore.terminal;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.counterexamples.story.StoryClock;
import dev.lastack.explore.Changes;
import dev.lastack.explore.Playground;
import dev.lastack.explore.PossibleStep;
import dev.lastack.explore.PossibleSteps;
import dev.lastack.explore.Walk;
import dev.lastack.properties.claims.Claim;
import dev.lastack.scenario.knobs.Host;
import java.io.PrintStream;

/** Where a walk has come to, as text: the last step, both ends, the network, and the steps that are possible next. */
final class TextView {

    private final Playground playground;
    private final PrintStream out;

    TextView(Playground playground, PrintStream out) {
        this.playground = playground;
        this.out = out;
    }

    void show(Walk walk) {
        Counterexample run = walk.run();
        int at = walk.length();
        String time = StoryClock.of(run).at(run.instant(at));
        out.println();
        out.println((at == 0 ? "Start" : "Step " + at) + ", " + time);
        if (at > 0) {
            new StepStory(run, walk.flights()).sentences(at).forEach(sentence -> out.println("  " + sentence));
            for (Claim claim : playground.violatedAtEnd(walk)) {
                out.println("  ✗ violates " + claim.id() + ": " + claim.sentence());
            }
        }
        Changes changes = new Changes(run, at);
        ends(changes);
        network(changes, walk);
        steps(walk);
    }

    private void ends(Changes changes) {
        for (Host host : Host.values()) {
            StringBuilder values = new StringBuilder();
            for (Changes.Value value : changes.tcb(host)) {
                String name = value.name().equals("state") ? "" : value.name() + " ";
                values.append(values.isEmpty() ? "" : ", ")
                        .append(name)
                        .append(value.changed() ? shown(value.old()) + " → " + shown(value.now()) : value.now());
            }
            out.println("  " + host + ": " + values);
        }
    }

    private void network(Changes changes, Walk walk) {
        for (Host to : Host.values()) {
            for (Changes.InFlight segment : changes.network(to, walk.flights())) {
                String fate = segment.gone() ? "gone" : segment.sent() ? "new" : "age " + segment.age();
                out.println("  to " + to + ": #" + segment.flight().number() + " ["
                        + segment.flight().segment().incarnation() + "] "
                        + segment.flight().segment().header() + ", " + fate);
            }
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private void steps(Walk walk) {
        PossibleSteps possible = PossibleSteps.after(playground, walk);
        String group = "";
        int number = 0;
        for (PossibleStep step : possible.all()) {
            number++;
            if (!step.group().equals(group)) {
                group = step.group();
                out.println(group);
            }
            out.printf("%3d  %s%n", number, String.join(" ", step.sentences()));
            step.violates().forEach(claim -> out.println("     ✗ violates " + claim));
            step.rules().forEach(rule -> out.println("     " + rule));
        }
        if (possible.all().isEmpty()) {
            out.println("no step is possible");
        }
        if (possible.cut()) {
            out.println("A bound of the scenario forbids another step here.");
        }
    }
}
