package dev.lastack.cli.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lastack.checker.Exploration;
import dev.lastack.cli.options.ReductionChoice;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.properties.verification.BoundUse;
import dev.lastack.properties.verification.ClaimResult;
import dev.lastack.properties.verification.Engine;
import dev.lastack.properties.verification.Stage;
import dev.lastack.scenario.Expectation.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Results as one JSON document, which {@code docs/verify-json.md} describes. */
final class JsonResults implements Results {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 2;

    private final Terminal terminal;
    private final Optional<Long> seed;
    private final List<ScenarioResult> scenarios = new ArrayList<>();

    JsonResults(Terminal terminal, Optional<Long> seed) {
        this.terminal = terminal;
        this.seed = seed;
    }

    private record Document(int version, String lastack, Optional<Long> seed, List<ScenarioResult> scenarios) {}

    private record ScenarioResult(
            String scenario,
            List<Search> searches,
            List<String> reductions,
            List<Bound> bounds,
            List<ClaimVerdict> claims) {}

    private record Bound(String name, long reached, long cut) {

        static Bound of(BoundUse use) {
            return new Bound(use.name(), use.reached(), use.cut());
        }
    }

    private record Search(
            String engine,
            String counted,
            long distinct,
            long generated,
            Optional<Integer> depth,
            double seconds,
            Optional<String> stopped) {}

    private record ClaimVerdict(
            String id,
            String verdict,
            DecidedBy decidedBy,
            Optional<String> expected,
            Optional<String> why,
            List<String> notes,
            Optional<TraceReference> trace,
            Optional<List<String>> run) {}

    /** What decided a claim; {@code networks} as {@code docs/verify-json.md} lists them. */
    private record DecidedBy(String engine, Optional<String> networks, List<String> within) {}

    private record TraceReference(Optional<String> file, int length, Optional<Integer> inFlight) {}

    @Override
    public void add(Checked checked) {
        scenarios.add(new ScenarioResult(
                checked.scenario().name(),
                checked.report().stages().stream().map(JsonResults::search).toList(),
                ReductionChoice.names(checked.report().reductions()),
                checked.report().bounds().stream().map(Bound::of).toList(),
                checked.claims().stream().map(JsonResults::verdict).toList()));
    }

    @Override
    public void addQuietly(Checked checked) {
        add(checked);
    }

    private static Search search(Stage stage) {
        Exploration seen = stage.exploration();
        return new Search(
                stage.engine().toString(),
                stage.engine().counted() + "s",
                seen.distinct(),
                seen.generated(),
                stage.engine() == Engine.PLAIN ? Optional.of(seen.levels() - 1) : Optional.empty(),
                Math.round(seen.seconds() * 1000) / 1000.0,
                seen.stopped());
    }

    private static DecidedBy decidedBy(ClaimResult result) {
        boolean ofAll = result.outcome() == Outcome.HOLDS || result.outcome() == Outcome.VACUOUS;
        return new DecidedBy(
                result.decidedBy().means().engine().toString(),
                ofAll
                        ? Optional.of(result.decidedBy()
                                .networks()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        : Optional.empty(),
                result.decidedBy().within());
    }

    private static ClaimVerdict verdict(Judged judged) {
        return new ClaimVerdict(
                judged.id(),
                judged.outcome().toString(),
                decidedBy(judged.result()),
                judged.expected().map(Outcome::toString),
                judged.result().why(),
                judged.result().notes(),
                judged.trace()
                        .map(trace -> new TraceReference(
                                trace.file().map(Path::toString),
                                trace.run().length(),
                                judged.result().inFlight().stream().boxed().findFirst())),
                Optional.of(judged.result().timedRun()).filter(run -> !run.isEmpty()));
    }

    @Override
    public void remark(String sentence) {
        // Everything that a remark says is in the document.
    }

    @Override
    public void end() {
        if (scenarios.isEmpty()) {
            return; // An error came before the first result, and it is all there is to print.
        }
        JsonMapper json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
        terminal.out()
                .println(json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Document(SCHEMA_VERSION, Version.current(), seed, scenarios)));
        terminal.out().flush();
    }
}
