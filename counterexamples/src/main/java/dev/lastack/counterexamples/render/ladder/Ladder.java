package dev.lastack.counterexamples.render.ladder;

import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.Renderer;
import dev.lastack.counterexamples.story.Ending;
import dev.lastack.counterexamples.story.Endless;
import dev.lastack.counterexamples.story.Flights;
import dev.lastack.counterexamples.story.StoryClock;
import dev.lastack.counterexamples.story.Violation;
import dev.lastack.model.view.StepView.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The ladder as text, for terminals and reports. */
public final class Ladder implements Renderer {

    private final LadderForm form;

    /** A ladder as in files and reports, with or without ANSI colours. */
    public Ladder(boolean colour) {
        this(LadderForm.usual(colour));
    }

    public Ladder(LadderForm form) {
        this.form = form;
    }

    @Override
    public String name() {
        return "ladder";
    }

    @Override
    public String purpose() {
        return "text ladder for terminals and reports";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public byte[] render(Counterexample counterexample) {
        return text(counterexample).getBytes(StandardCharsets.UTF_8);
    }

    /** The drawing. */
    public String text(Counterexample run) {
        Flights flights = Flights.of(run);
        Page page = new Page(form);
        title(run, page);
        LadderRows rungs = new LadderRows(run, flights, form.width());
        rungs.head().forEach(page::rung);
        int loop = run.loopStart().orElse(run.length() + 1);
        int step = 1;
        while (step <= run.length()) {
            if (step == loop + 1) {
                page.openBracket("repeats for ever");
            }
            int last = lastBareTick(run, rungs, step, step <= loop ? loop : run.length());
            List<LadderRow> lines = last >= step ? rungs.pause(step, last) : rungs.of(step);
            if (Ending.of(run).isViolation(step)) {
                lines.get(0).violation();
            }
            lines.forEach(page::rung);
            step = Math.max(step, last) + 1;
        }
        page.closeBracket("and again from step " + (loop + 1));
        conclusion(run, flights, page);
        return page.text();
    }

    /** The last of the bare ticks from {@code step} on, or less than {@code step} if there is none. */
    private static int lastBareTick(Counterexample run, LadderRows rungs, int step, int limit) {
        int last = step - 1;
        int end = run.loopStart().isEmpty() ? run.length() - 1 : limit;
        while (last + 1 <= Math.min(end, run.length()) && rungs.bareTick(last + 1)) {
            last++;
        }
        return last;
    }

    private static void title(Counterexample run, Page page) {
        long ticks = run.moves().stream()
                .filter(move -> move.view().kind() == Kind.TICK)
                .count();
        page.paragraph(
                "%s %s in %s, %s."
                        .formatted(
                                run.scenario().name(),
                                Ending.of(run).deed(),
                                counted(run.length(), "step"),
                                StoryClock.of(run).lasting(ticks)),
                Style.BOLD);
        page.paragraph(
                (Ending.of(run).isViolation() ? "Claim: " : "") + Ending.of(run).question(), Style.PLAIN);
        page.paragraph(
                "#n segment in order of sending, [n] incarnation, t in "
                        + StoryClock.of(run).unit(),
                Style.FAINT);
        page.blank();
    }

    private static void conclusion(Counterexample run, Flights flights, Page page) {
        page.blank();
        String where = run.loopStart().isPresent() ? "" : " in step " + run.length();
        Ending ending = Ending.of(run);
        page.paragraph(
                ending.mark() + " " + ending.subject() + where + ": " + Violation.sentence(run, flights),
                ending.isViolation() ? Style.VIOLATION : Style.BOLD);
        if (run.loopStart().isPresent()) {
            new Endless(run).fairness().forEach(reason -> page.paragraph("- " + reason, Style.PLAIN));
        }
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
