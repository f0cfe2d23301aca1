package dev.lastack.counterexamples.diff;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.WordWrap;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.model.view.TcbView;
import dev.lastack.scenario.knobs.Host;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two runs side by side for people, 100 columns wide. */
public final class DiffText {

    private static final int WIDTH = 100;
    private static final int COLUMN = 45;
    private static final Pattern ARRIVAL = Pattern.compile("^ARRIVAL at ([AB]) of ");

    private final RunDiff diff;
    private final StringBuilder out = new StringBuilder();

    private DiffText(RunDiff diff) {
        this.diff = diff;
    }

    /** The comparison of two runs, which people know by these names. */
    public static String of(RunDiff diff, String left, String right) {
        DiffText text = new DiffText(diff);
        text.line("left   " + left + ": " + title(diff.left()));
        text.line("right  " + right + ": " + title(diff.right()));
        if (diff.isEmpty()) {
            text.line("equal: the same steps through the same states");
            return text.out.toString();
        }
        text.knobs();
        text.sideBySide();
        text.conclusion();
        return text.out.toString();
    }

    private static String title(Counterexample run) {
        return run.scenario().name() + " " + Ending.of(run).deed() + " in " + run.length()
                + (run.length() == 1 ? " step" : " steps");
    }

    private void knobs() {
        diff.knobs().forEach((knob, values) -> line("knob   " + knob + ": " + values.get(0) + " | " + values.get(1)));
        line("");
    }

    private void sideBySide() {
        int parting = diff.parting().map(Parting::step).orElse(Integer.MAX_VALUE);
        int steps = Math.max(diff.left().length(), diff.right().length());
        for (int step = 1; step <= steps; step++) {
            String left = cell(diff.left(), step);
            String right = cell(diff.right(), step);
            String mark = step == parting ? "≠" : step > parting && !left.equals(right) ? "·" : " ";
            line("%4d %s %-45s %s".formatted(step, mark, left, right));
        }
        line("");
    }

    /** The label of the step and the states that it led to, where they changed. */
    private static String cell(Counterexample run, int step) {
        if (step > run.length()) {
            return "";
        }
        StringBuilder cell = new StringBuilder(
                ARRIVAL.matcher(run.moves().get(step - 1).label()).replaceFirst("$1 gets "));
        for (Host host : Host.values()) {
            TcbView before = run.before(step).endpoint(host);
            TcbView after = run.after(step).endpoint(host);
            if (before.state() != after.state()) {
                cell.append(" → ").append(after.state());
            }
        }
        return cell.length() <= COLUMN ? cell.toString() : cell.substring(0, COLUMN - 1) + "…";
    }

    private void conclusion() {
        diff.parting().ifPresentOrElse(this::parting, () -> line("Both take the same steps through the same states."));
        leadsTo("Left", diff.left(), diff.leftViolates());
        leadsTo("Right", diff.right(), diff.rightViolates());
    }

    private void parting(Parting parting) {
        String where = parting.what().isEmpty()
                ? "step " + parting.step()
                : parting.what() + (parting.step() == 0 ? " in the initial state" : " after step " + parting.step());
        wrapped("First difference: " + where + ". Left: " + parting.left() + ". Right: " + parting.right() + ".");
    }

    private void leadsTo(String side, Counterexample run, Map<String, Integer> violates) {
        String claims = violates.isEmpty()
                ? "violates no safety claim"
                : violates.entrySet().stream()
                        .map(entry -> entry.getKey() + " in step " + entry.getValue())
                        .collect(Collectors.joining(", ", "violates ", ""));
        String end = List.of(Host.values()).stream()
                .map(host ->
                        host + " in " + run.after(run.length()).endpoint(host).state())
                .collect(Collectors.joining(" and "));
        wrapped(side + " " + claims + ", and ends with " + end + ".");
    }

    private void wrapped(String words) {
        WordWrap.lines(words, "", "    ", WIDTH).forEach(this::line);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
