package dev.lastack.cli.simulate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lastack.cli.terminal.Terminal;
import dev.lastack.cli.verify.WrittenTrace;
import dev.lastack.properties.simulation.ClaimTally;
import dev.lastack.properties.simulation.Simulation;
import dev.lastack.properties.simulation.SimulationResult;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.TcpState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The statistics of random runs as one JSON document. */
final class SimulationJson {

    /** Rises with every change that could break a reader. */
    private static final int SCHEMA_VERSION = 1;

    private final Terminal terminal;

    SimulationJson(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Document(
            int version,
            String scenario,
            long seed,
            int runs,
            long steps,
            int reached,
            int stuck,
            List<ClaimCount> claims,
            Map<Host, Map<TcpState, Integer>> visits,
            Run run) {}

    private record ClaimCount(String id, int tested, int violated, Optional<Run> run) {}

    private record Run(Optional<String> file, int length) {
        static Run of(WrittenTrace trace) {
            return new Run(trace.file().map(Path::toString), trace.run().length());
        }
    }

    void print(Scenario scenario, Simulation.Runs asked, SimulatedRuns written) {
        SimulationResult result = written.result();
        Document document = new Document(
                SCHEMA_VERSION,
                scenario.name(),
                asked.seed(),
                result.runs(),
                result.steps(),
                result.reached(),
                result.stuck(),
                result.claims().stream().map(tally -> count(tally, written)).toList(),
                result.visits(),
                Run.of(written.shown()));
        JsonMapper json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
        terminal.out().println(json.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        terminal.out().flush();
    }

    private static ClaimCount count(ClaimTally tally, SimulatedRuns written) {
        String id = tally.claim().id();
        return new ClaimCount(
                id,
                tally.tested(),
                tally.violated(),
                Optional.ofNullable(written.violations().get(id)).map(Run::of));
    }
}
