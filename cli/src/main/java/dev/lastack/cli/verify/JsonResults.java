package dev.lastack.cli.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lastack.checker.Exploration;
import dev.lastack.cli.options.ReductionChoice;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.counterexamples.trace.Version;
import dev.lastack.properties.verification.BoundUse;
import dev.lastack.scenario.Expectation.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Results as one JSON document, which {@code docs/verify-json.md} describes. */
final class JsonResults implements Results {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 1;

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
            long distinct,
            long generated,
            int depth,
            double seconds,
            Optional<String> stopped,
            List<String> reductions,
            List<BoundUse> bounds,
            List<ClaimVerdict> claims) {}

    private record ClaimVerdict(
            String id,
            String verdict,
            Optional<String> expected,
            Optional<String> why,
            List<String> notes,
            Optional<TraceReference> trace) {}

    private record TraceReference(Optional<String> file, int length) {}

    @Override
    public void add(Checked checked) {
        Exploration exploration = checked.report().exploration();
        scenarios.add(new ScenarioResult(
                checked.scenario().name(),
                exploration.distinct(),
                exploration.generated(),
                exploration.levels() - 1,
                Math.round(exploration.seconds() * 1000) / 1000.0,
                exploration.stopped(),
                ReductionChoice.names(checked.report().reductions()),
                checked.report().bounds(),
                checked.claims().stream().map(JsonResults::verdict).toList()));
    }

    @Override
    public void addQuietly(Checked checked) {
        add(checked);
    }

    private static ClaimVerdict verdict(Judged judged) {
        return new ClaimVerdict(
                judged.id(),
                judged.outcome().toString(),
                judged.expected().map(Outcome::toString),
                judged.result().why(),
                judged.result().notes(),
                judged.trace()
                        .map(trace -> new TraceReference(
                                trace.file().map(Path::toString), trace.run().length())));
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
