package dev.lastack.explore.terminal;

import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.counterexamples.trace.TraceFileException;
import dev.lastack.explore.Choices;
import dev.lastack.explore.ExploreException;
import dev.lastack.explore.Playground;
import dev.lastack.explore.PossibleStep;
import dev.lastack.explore.PossibleSteps;
import dev.lastack.explore.RandomSteps;
import dev.lastack.explore.Walk;
import dev.lastack.explore.search.Answer;
import dev.lastack.explore.search.Searches;
import dev.lastack.scenario.text.Escape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** The walk in a terminal: a line of input, an answer. It ends with the input. */
public final class TextSession {

    private static final int RANDOM_STEPS = 20;

    private static final String HELP = """
        NUMBER       take that step
        u, r         undo, redo
        x            20 random steps
        v CLAIM      shortest run from here that violates CLAIM
        s FORMULA    shortest run from here to a state where FORMULA, such as A.state == LAST-ACK && B.gone
        o            another run to this state
        l            the ladder so far
        c            the choices so far, as in the fragment of a link
        g CHOICES    go to these choices
        w FILE       write the run as a trace file
        q            quit
        """;

    private final Playground playground;
    private final Searches searches;
    private final PrintStream out;
    private final LongSupplier seeds;

    /** What was chosen, and how many of these choices are taken; redo takes the rest. */
    private Choices line;

    private int at;

    /** A session that begins at step {@code at} of {@code line}; {@code seeds} decides the random steps. */
    public TextSession(Playground playground, Searches searches, PrintStream out, LongSupplier seeds) {
        this.playground = playground;
        this.searches = searches;
        this.out = out;
        this.seeds = seeds;
        this.line = Choices.NONE;
    }

    /** Begins at step {@code step} of {@code choices}. */
    public TextSession from(Choices choices, int step) {
        line = choices;
        at = step;
        return this;
    }

    /** Reads commands from {@code in} until it ends or one of them is {@code q}. */
    public void run(BufferedReader in) throws IOException {
        show();
        prompt();
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            if (command.strip().equals("q")) {
                return;
            }
            try {
                obey(command.strip());
            } catch (ExploreException impossible) {
                out.println(Escape.line(impossible.getMessage()));
            } catch (TraceFileException | InvalidPathException unwritten) {
                out.println(Escape.line(String.valueOf(unwritten.getMessage())));
            }
            prompt();
        }
        out.println();
    }

    private void prompt() {
        out.print("> ");
        out.flush();
    }

    private void obey(String command) {
        String[] words = command.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "" -> show();
            case "u" -> goTo(at - 1, "this is the start");
            case "r" -> goTo(at + 1, "there is nothing to redo");
            case "x" -> follow(RandomSteps.from(playground, here(), RANDOM_STEPS, seeds.getAsLong()));
            case "v" -> answer(searches.violating(here(), rest));
            case "s" -> answer(searches.reaching(here(), rest));
            case "o" -> answer(searches.otherwise(here()));
            case "l" -> out.print(new Ladder(false).text(playground.counterexample(here())));
            case "c" -> out.println("s=" + playground.digest() + "&c=" + line.upTo(at));
            case "g" -> follow(choices(rest));
            case "w" -> write(rest);
            case "?" -> out.print(HELP);
            default -> take(words[0]);
        }
    }

    private Choices choices(String text) {
        String own = "s=" + playground.digest() + "&c=";
        String given = text.startsWith("#") ? text.substring(1) : text;
        if (given.startsWith("s=") && !given.startsWith(own)) {
            throw new ExploreException(
                    "the choices are of another scenario; the digest of this one is " + playground.digest());
        }
        Choices choices = Choices.parse(given.startsWith(own) ? given.substring(own.length()) : given);
        playground.walk(choices);
        return choices;
    }

    private Walk here() {
        return playground.walk(line.upTo(at));
    }

    private void goTo(int step, String refusal) {
        if (step < 0 || step > line.size()) {
            throw new ExploreException(refusal);
        }
        at = step;
        show();
    }

    private void follow(Choices choices) {
        line = choices;
        at = choices.size();
        show();
    }

    private void take(String word) {
        List<PossibleStep> steps = PossibleSteps.after(playground, here()).all();
        if (!word.matches("[0-9]{1,6}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > steps.size()) {
            throw new ExploreException(
                    "'" + word + "' is no command and no step from 1 to " + steps.size() + "; ? lists the commands");
        }
        int action = steps.get(Integer.parseInt(word) - 1).action();
        if (at < line.size() && line.actions().get(at) == action) {
            goTo(at + 1, "");
        } else {
            follow(line.upTo(at).then(List.of(action)));
        }
    }

    private void answer(Answer answer) {
        if (answer instanceof Answer.Found found) {
            follow(found.choices());
        } else if (answer instanceof Answer.None none) {
            out.println(none.why());
        } else {
            out.println(((Answer.Undecided) answer).why());
        }
    }

    private void write(String file) {
        if (file.isEmpty()) {
            throw new ExploreException("w wants the name of a file");
        }
        TraceFile.write(Path.of(file), playground.counterexample(here()));
        out.println(Escape.line(file) + ": written, " + at + (at == 1 ? " step" : " steps"));
    }

    private void show() {
        new TextView(playground, out).show(here());
    }
}
