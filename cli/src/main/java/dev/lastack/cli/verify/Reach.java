package dev.lastack.cli.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lastack.cli.options.OutputFormat;
import dev.lastack.cli.terminal.ExitCode;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.terminal.TerminalLadder;
import dev.lastack.properties.claims.Reachability;
import dev.lastack.scenario.Expectation.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Looks for a state in one scenario after the other and prints what it finds. */
final class Reach {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 1;

    private final String formula;
    private final Checks checks;
    private final Terminal terminal;
    private final OutputFormat format;
    private final boolean coloured;
    private final List<ScenarioAnswer> answers = new ArrayList<>();

    Reach(String formula, Checks checks, Terminal terminal, OutputFormat format, boolean coloured) {
        this.formula = formula;
        this.checks = checks;
        this.terminal = terminal;
        this.format = format;
        this.coloured = coloured;
    }

    private record Document(int version, String formula, List<ScenarioAnswer> scenarios) {}

    private record ScenarioAnswer(
            String scenario,
            String answer,
            Optional<Integer> steps,
            Optional<String> trace,
            Optional<String> why,
            long distinct) {}

    /** The exit code for all of {@code scenarios}. */
    ExitCode in(List<Loaded> scenarios, boolean quiet) {
        ExitCode code = ExitCode.OK;
        for (Loaded scenario : scenarios) {
            Checked checked = checks.check(scenario, List.of(Reachability.unreachable(formula)), Optional.empty());
            code = code.or(exitCode(checked));
            if (format == OutputFormat.JSON) {
                answers.add(answer(checked));
            } else {
                print(checked, quiet);
            }
        }
        if (format == OutputFormat.JSON) {
            JsonMapper json = JsonMapper.builder()
                    .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .build();
            terminal.out()
                    .println(json.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(new Document(SCHEMA_VERSION, formula, answers)));
        }
        terminal.out().flush();
        return code;
    }

    /** That a state is unreachable within a bound that was reached decides nothing under {@code --strict}. */
    private static ExitCode exitCode(Checked checked) {
        return switch (result(checked).outcome()) {
            case VIOLATED -> ExitCode.OK;
            case HOLDS -> checked.strict() && checked.bounded() ? ExitCode.INCONCLUSIVE : ExitCode.VIOLATED;
            case INCONCLUSIVE, VACUOUS -> ExitCode.INCONCLUSIVE;
        };
    }

    private static Judged result(Checked checked) {
        return checked.claims().get(0);
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case VIOLATED -> "reachable";
            case HOLDS -> "unreachable";
            case INCONCLUSIVE, VACUOUS -> "undecided";
        };
    }

    private static ScenarioAnswer answer(Checked checked) {
        Judged result = result(checked);
        return new ScenarioAnswer(
                checked.scenario().name(),
                word(result.outcome()),
                result.trace().map(trace -> trace.run().length()),
                result.trace().flatMap(WrittenTrace::file).map(Path::toString),
                result.result().why(),
                checked.report().exploration().distinct());
    }

    private void print(Checked checked, boolean quiet) {
        Judged result = result(checked);
        StringBuilder line = new StringBuilder(checked.scenario().name())
                .append(": ")
                .append(word(result.outcome()))
                .append("  ")
                .append(formula);
        result.trace().ifPresent(trace -> {
            line.append("  in ").append(trace.run().length()).append(" steps");
            trace.replayCommand().ifPresent(command -> line.append("  ").append(command));
        });
        result.result().why().ifPresent(why -> line.append("  ").append(why));
        terminal.out().println(line);
        if (quiet) {
            return;
        }
        TextResults.searches(checked).forEach(search -> terminal.out().println("  " + search));
        result.result().notes().forEach(note -> terminal.out().println("  " + note));
        result.trace().ifPresent(trace -> {
            terminal.out().println();
            terminal.out().print(TerminalLadder.of(terminal, coloured).text(trace.run()));
        });
        terminal.out().println();
    }
}
