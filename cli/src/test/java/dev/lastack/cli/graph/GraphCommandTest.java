package dev.lastack.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.checker.Exploration;
import dev.lastack.cli.Shell;
import dev.lastack.model.TerminationModel;
import dev.lastack.properties.claims.TerminationClaims;
import dev.lastack.properties.verification.Verification;
import dev.lastack.scenario.Scenario;
import dev.lastack.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GraphCommandTest {

    private static final Scenario SMALL = Scenarios.variant("rfc9293").with(Map.of("capacity", "1"));

    @TempDir
    private Path folder = Path.of("");

    private static Shell.Run graph(String... more) {
        List<String> words = new ArrayList<>(List.of("graph", "rfc9293", "--set", "capacity=1"));
        words.addAll(List.of(more));
        Shell.Run run = new Shell().run(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static Exploration searched() {
        return Verification.of(SMALL)
                .claims(TerminationClaims.DRAINED)
                .reductions(TerminationModel.of(SMALL).reductions())
                .run()
                .exploration();
    }

    @Test
    void autHasTheStatesAndStepsOfTheSearch() {
        AutParser read = AutParser.parse(graph("--format", "aut").out());

        Exploration searched = searched();
        assertThat(read.initial()).isZero();
        assertThat((long) read.states()).isEqualTo(searched.distinct());
        assertThat((long) read.edges().size()).isEqualTo(searched.generated());
        assertThat(read.edges()).extracting(AutParser.Edge::label).contains("A CLOSE", "TICK");
        assertThat(reachable(read)).isEqualTo(read.states());
    }

    private static int reachable(AutParser graph) {
        Set<Integer> seen = new HashSet<>(Set.of(graph.initial()));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (AutParser.Edge edge : graph.edges()) {
                grows |= seen.contains(edge.from()) && seen.add(edge.to());
            }
        }
        return seen.size();
    }

    @Test
    void jsonHasTheSameGraph() {
        AutParser aut = AutParser.parse(graph("--format", "aut").out());
        JsonNode json = JsonMapper.shared().readTree(graph("--format", "json").out());

        assertThat(json.path("scenario").stringValue()).isEqualTo("rfc9293");
        assertThat(json.path("states").size()).isEqualTo(aut.states());
        List<AutParser.Edge> edges = new ArrayList<>();
        for (JsonNode each : json.path("transitions")) {
            edges.add(new AutParser.Edge(
                    each.path("from").intValue(),
                    each.path("label").stringValue(),
                    each.path("to").intValue()));
        }
        assertThat(edges).isEqualTo(aut.edges());
    }

    @Test
    void theQuotientHasTheEdgesBetweenTcpStatesThatTheWholeGraphHas() {
        JsonNode whole = JsonMapper.shared().readTree(graph("--format", "json").out());
        JsonNode condensed = JsonMapper.shared()
                .readTree(graph("--format", "json", "--quotient", "tcp-states").out());

        Set<String> expected = new HashSet<>();
        for (JsonNode each : whole.path("transitions")) {
            String from = tcpStates(whole, each.path("from").intValue());
            String to = tcpStates(whole, each.path("to").intValue());
            if (!from.equals(to)) {
                expected.add(from + " > " + withoutNumbers(each.path("label").stringValue()) + " > " + to);
            }
        }
        Set<String> found = new HashSet<>();
        for (JsonNode each : condensed.path("transitions")) {
            found.add(tcpStates(condensed, each.path("from").intValue()) + " > "
                    + each.path("label").stringValue() + " > "
                    + tcpStates(condensed, each.path("to").intValue()));
        }
        assertThat(found)
                .isEqualTo(expected)
                .hasSize(condensed.path("transitions").size());
    }

    /** The words before an incarnation in the first two lines. */
    private static String tcpStates(JsonNode graph, int state) {
        List<String> lines =
                graph.path("states").path(state).stringValue().lines().toList();
        return (lines.get(0) + ", " + lines.get(1)).replaceAll(" \\[\\d+]", "");
    }

    private static String withoutNumbers(String label) {
        return label.replaceAll(" seq=.*? \\[\\d+]", "");
    }

    @Test
    void aGraphThatIsTooLargeIsRefused() {
        Shell.Run run = new Shell().run("graph", "two-msl", "--max-states", "500");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("it has more than 500 states; raise --max-states")
                .hasLineCount(1);
        assertThat(new Shell().run("graph", "two-msl", "--timeout", "0s").code())
                .isEqualTo(3);
        assertThat(new Shell().run("graph", "two-msl", "--lossy", "40").code()).isEqualTo(2);
    }

    @Test
    void theFileIsTheSameAsTheOutput() throws IOException {
        Path file = folder.resolve("graph.aut");

        Shell.Run run = graph("--format", "aut", "-o", file.toString());

        Exploration searched = searched();
        assertThat(run.out())
                .endsWith(String.format(
                        Locale.ROOT,
                        "graph.aut: %,d states, %,d transitions%n",
                        searched.distinct(),
                        searched.generated()));
        assertThat(Files.readString(file)).isEqualTo(graph("--format", "aut").out());
        assertThat(new Shell().run("graph", "two-msl", "-o", folder.toString()).code())
                .isEqualTo(2);
    }

    /** Graphviz numbers no transition, but its plain form has one line for each node and each arrow. */
    @Test
    @Tag("peers")
    void graphvizReadsTheSameGraph() throws IOException, InterruptedException {
        Path file = folder.resolve("graph.dot");
        graph("--quotient", "tcp-states", "-o", file.toString());
        AutParser aut = AutParser.parse(
                graph("--quotient", "tcp-states", "--format", "aut").out());

        List<String> plain = graphviz("dot", "-Tplain", file.toString());

        long arrows = aut.edges().stream()
                .map(edge -> List.of(edge.from(), edge.to()))
                .distinct()
                .count();
        assertThat(plain.stream().filter(line -> line.startsWith("node "))).hasSize(aut.states());
        assertThat(plain.stream().filter(line -> line.startsWith("edge "))).hasSize((int) arrows);
    }

    private static List<String> graphviz(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("not run: " + command[0] + " is not installed");
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return printed.lines().toList();
    }

    /** Without Graphviz: each line of the form is one statement of the language, and the arrows are those of the graph. */
    @Test
    void dotHasANodeForEachStateAndAnArrowForEachPair() {
        AutParser aut = AutParser.parse(graph("--format", "aut").out());
        List<String> lines = graph("--format", "dot").out().lines().toList();

        String string = "\"(?:[^\"\\\\]|\\\\.)*\"";
        assertThat(lines.stream().filter(line -> line.matches("  \\d+ \\[label=" + string + "(, penwidth=3)?];")))
                .hasSize(aut.states());
        long arrows = aut.edges().stream()
                .map(edge -> List.of(edge.from(), edge.to()))
                .distinct()
                .count();
        assertThat(lines.stream().filter(line -> line.matches("  \\d+ -> \\d+ \\[label=" + string + "];")))
                .hasSize((int) arrows);
        assertThat(lines).hasSize((int) arrows + aut.states() + 4);
    }
}
