package dev.lastack.cli.verify;

import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Trace;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.Unwritten;
import dev.lastack.counterexamples.Counterexample;
import dev.lastack.counterexamples.render.ladder.Ladder;
import dev.lastack.counterexamples.trace.OutputFolder;
import dev.lastack.counterexamples.trace.ScenarioOrigin;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.Claim;
import dev.lastack.properties.claims.Question;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.NextViolation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds, writes and prints the counterexamples after the first. */
public final class NextRuns {

    private final int count;
    private final Terminal terminal;
    private final Optional<Ladder> ladder;
    private final Supplier<Limits> limits;
    private final Progress progress;

    /** Finds {@code count} runs for each claim, each within the {@code limits} that are left then. */
    public NextRuns(int count, Terminal terminal, Optional<Ladder> ladder, Supplier<Limits> limits, Progress progress) {
        this.count = count;
        this.terminal = terminal;
        this.ladder = ladder;
        this.limits = limits;
        this.progress = progress;
    }

    /** Where the runs are written: NAME.2, NAME.3 and so on, after the first, in this folder. */
    public record Place(OutputFolder folder, String name, Optional<ScenarioOrigin> origin, Unwritten unwritten) {}

    /** A run that violates a claim, and the model that it is a run of. */
    public record First(Claim claim, TerminationModel model, Trace run) {}

    /** Shows the runs that violate the claims about states and steps that a check found violated. */
    void after(Checked checked, Optional<ScenarioOrigin> origin, OutputFolder folder, Unwritten unwritten) {
        for (Judged judged : checked.claims()) {
            ClaimResult result = judged.result();
            boolean ofSteps = result.claim().question() instanceof Question.OfSteps;
            if (ofSteps && judged.trace().isPresent()) {
                First first =
                        new First(result.claim(), result.model(), result.trace().orElseThrow());
                show(checked.report().model(), first, new Place(folder, name(judged), origin, unwritten));
            }
        }
    }

    /** The name under which the first run was written. */
    private static String name(Judged judged) {
        return judged.trace()
                .flatMap(WrittenTrace::file)
                .map(file -> withoutExtension(file))
                .orElse(judged.id());
    }

    /** The name of a trace file without what they all end with. */
    public static String withoutExtension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(TraceFile.EXTENSION)
                ? name.substring(0, name.length() - TraceFile.EXTENSION.length())
                : name;
    }

    /** Shows the runs of {@code model} that violate the same claim as {@code first}. */
    public void show(TerminationModel model, First first, Place place) {
        NextViolation search = new NextViolation(model, first.claim());
        search.known(first.model(), first.run());
        String claim = first.claim().id();
        for (int number = 2; number <= count + 1; number++) {
            ClaimResult found = search.find(limits.get(), progress);
            if (found.trace().isEmpty()) {
                String why = found.why()
                        .map(reason -> "whether another run violates " + claim + " is not decided: " + reason)
                        .orElse("no run with other events or rules violates " + claim);
                terminal.out().println(model.scenario().name() + ": " + why);
                return;
            }
            WrittenTrace written = WrittenTrace.write(
                    Counterexample.of(found).orElseThrow(),
                    place.origin(),
                    place.folder(),
                    place.name() + "." + number,
                    place.unwritten());
            print(model.scenario().name(), claim, number, written);
        }
    }

    private void print(String scenario, String claim, int number, WrittenTrace written) {
        if (ladder.isEmpty()) {
            String replay =
                    written.replayCommand().map(command -> "; " + command).orElse("");
            terminal.out()
                    .println(scenario + ": run " + number + " violates " + claim + " in "
                            + written.run().length() + " steps" + replay);
            return;
        }
        terminal.out().println("Run " + number + " that violates " + claim + ":");
        terminal.out().print(ladder.get().text(written.run()));
        written.replayCommand().ifPresent(command -> terminal.out().println("Replay: " + command));
        terminal.out().println();
    }
}
