package dev.lastack.counterexamples.explain;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StepStory;
import dev.lastack.counterexamples.story.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** An explanation for people, 100 columns wide. */
public final class ExplanationText {

    private static final int WIDTH = 100;
    private static final int INDENT = 12;

    private final StringBuilder out = new StringBuilder();

    private ExplanationText() {}

    /** The whole explanation: the steps with their rules, the events that are needed, what would have prevented it. */
    public static String of(Explanation explanation) {
        ExplanationText text = new ExplanationText();
        text.steps(explanation.run());
        text.events(explanation);
        text.remedies(explanation.remedies());
        return text.out.toString();
    }

    private void steps(Counterexample run) {
        Flights flights = Flights.of(run);
        StepStory story = new StepStory(run, flights);
        heading("What happened, and which rule decided");
        for (int step = 1; step <= run.length(); step++) {
            String where = "%4d  t=%-3d ".formatted(step, run.instant(step));
            wrapped(where, String.join(" ", story.sentences(step)));
            for (String rule : run.step(step).rules()) {
                wrapped(" ".repeat(INDENT), "· " + rule);
            }
        }
        wrapped("  " + Ending.of(run).mark() + "  ", Violation.sentence(run, flights));
    }

    private void events(Explanation explanation) {
        heading("What the network and the users had to do");
        wrapped("  ", "In this run: " + listed(explanation.inRun(), AdversarialEvent::counted) + ".");
        SmallestSet smallest = explanation.smallest();
        String deed = Ending.of(explanation.run()).deedOfMany();
        boolean endless = explanation.run().loopStart().isPresent();
        String found = smallest.length().isEmpty()
                ? "No smaller set was found to " + deed + "."
                : "The fewest that %s: %s (a run of %d steps)."
                        .formatted(
                                deed,
                                listed(smallest.events(), (event, count) -> event.bounded(count, endless)),
                                smallest.length().getAsInt());
        wrapped("  ", found);
        if (!smallest.proven()) {
            wrapped("  ", "Whether still fewer do was not decided within the limits.");
        }
    }

    private static String listed(
            Map<AdversarialEvent, Integer> events, BiFunction<AdversarialEvent, Integer, String> words) {
        List<String> all = new ArrayList<>();
        for (AdversarialEvent event : AdversarialEvent.values()) {
            if (events.getOrDefault(event, 0) > 0) {
                all.add(words.apply(event, events.getOrDefault(event, 0)));
            }
        }
        return all.isEmpty()
                ? "nothing adverse, only delays within the MSL"
                : String.join(", ", all) + ", and delays within the MSL";
    }

    private void remedies(Remedies remedies) {
        heading("Which one knob, changed at both ends, would have prevented it");
        if (remedies.changes().isEmpty()) {
            wrapped("  ", "None was found.");
        }
        remedies.changes().forEach((knob, value) -> wrapped("  ", knob + ": " + value));
        if (!remedies.undecided().isEmpty()) {
            wrapped(
                    "  ",
                    "Not decided within the limits: "
                            + remedies.undecided().stream().collect(Collectors.joining(", ")) + ".");
        }
    }

    private void heading(String words) {
        out.append(out.isEmpty() ? "" : "\n").append(words).append('\n');
    }

    private void wrapped(String prefix, String words) {
        String first = prefix.isBlank() ? prefix : prefix + " ";
        String next = " ".repeat(Math.max(prefix.length(), 4));
        for (String line : WordWrap.lines(words, first, next, WIDTH)) {
            out.append(line.stripTrailing()).append('\n');
        }
    }
}
