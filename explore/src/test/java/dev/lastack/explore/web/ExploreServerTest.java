package dev.lastack.explore.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastack.counterexamples.trace.Replay;
import dev.lastack.counterexamples.trace.TraceFile;
import dev.lastack.explore.Choices;
import dev.lastack.explore.Playground;
import dev.lastack.explore.Walks;
import dev.lastack.explore.web.ExploreServer.Beginning;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExploreServerTest {

    private final JsonMapper mapper = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Playground playground = Walks.oneTickShort();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();
    private final ExploreServer server;

    ExploreServerTest() throws IOException {
        server = ExploreServer.start(
                playground, Walks.searches(playground), new Beginning(Walks.readmeChoices(), 7), 0, defects::add);
    }

    @AfterEach
    void end() {
        server.close();
        assertThat(defects).isEmpty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + server.token());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String name, String body) throws Exception {
        return send(request("/api/" + name).POST(BodyPublishers.ofString(body)).build());
    }

    private String about(Choices choices, String more) {
        return "{\"scenario\": \"" + playground.digest() + "\", \"choices\": \"" + choices + "\"" + more + "}";
    }

    private JsonNode answer(String name, String body) throws Exception {
        HttpResponse<String> response = ask(name, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return mapper.readTree(response.body());
    }

    private JsonNode run(Choices choices) throws Exception {
        return answer("run", about(choices, ", \"at\": " + choices.size()));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String words) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).endsWith("\n").contains(words);
        assertThat(response.body().lines()).hasSize(1);
    }

    @Test
    void thePageTellsWhereItBeginsAndWhatCanBeAsked() throws Exception {
        JsonNode scenario = answer("scenario", "{}");
        assertThat(scenario.get("name").stringValue()).isEqualTo("one-tick-short");
        assertThat(scenario.get("digest").stringValue()).isEqualTo(playground.digest());
        assertThat(Choices.parse(scenario.get("start").stringValue())).isEqualTo(Walks.readmeChoices());
        assertThat(scenario.get("startAt").intValue()).isEqualTo(7);
        assertThat(scenario.get("claims").size()).isEqualTo(14);
    }

    @Test
    void aRunIsShownAtOneOfItsSteps() throws Exception {
        JsonNode end = run(Walks.readmeChoices());
        assertThat(end.get("svg").stringValue()).contains("one-tick-short violates no-old-fin in 12 steps and 2 ticks");
        assertThat(end.get("last").get("violates").get(0).get("id").stringValue())
                .isEqualTo("no-old-fin");
        assertThat(end.get("tcbs").get("A").get(0).toString())
                .isEqualTo("{\"name\":\"state\",\"old\":\"ESTABLISHED\",\"now\":\"CLOSE-WAIT\"}");
        JsonNode back = answer("run", about(Walks.readmeChoices(), ", \"at\": 3"));
        assertThat(back.get("length").intValue()).isEqualTo(12);
        assertThat(back.get("tcbs").get("A").get(0).get("now").stringValue()).isEqualTo("FIN-WAIT-2");
        assertThat(back.get("steps").get(0).get("group").stringValue()).isEqualTo("user of B");
    }

    @Test
    void theReadmesRunIsWalkedByHandToTheSameTraceFile() throws Exception {
        Choices walked = Choices.NONE;
        for (int action : Walks.readmeChoices().actions()) {
            JsonNode steps = run(walked).get("steps");
            assertThat(steps)
                    .extracting(step -> step.get("action").stringValue())
                    .contains(Integer.toString(action, 36));
            walked = walked.then(List.of(action));
        }
        assertThat(ask("trace", about(walked, "")).body()).isEqualTo(Walks.readmeTrace());
        assertThat(ask("trace", about(walked, ", \"claim\": \"no-old-fin\"")).body())
                .isEqualTo(Walks.readmeTrace());
    }

    /** The server remembers nothing, so that what one tab does never shows in another. */
    @Test
    void twoTabsDoNotMeet() throws Exception {
        Choices left = Walks.readmeChoices().upTo(6);
        Choices right = Choices.NONE;
        String before = run(left).toString();
        for (int i = 0; i < 5; i++) {
            JsonNode steps = run(right).get("steps");
            right = right.then(List.of(
                    Integer.parseInt(steps.get(steps.size() - 1).get("action").stringValue(), 36)));
        }
        assertThat(run(left).toString()).isEqualTo(before);
        assertThat(run(right).get("length").intValue()).isEqualTo(5);
    }

    @Test
    void thousandsOfRandomStepsEndInATraceThatReplays() throws Exception {
        Choices walked = Choices.NONE;
        for (int seed = 0; walked.size() < Choices.MOST; seed++) {
            JsonNode answer = answer("random", about(walked, ", \"steps\": 100, \"seed\": " + seed));
            Choices longer = Choices.parse(answer.get("choices").stringValue());
            assertThat(longer.size()).isGreaterThan(walked.size());
            assertThat(longer.upTo(walked.size())).isEqualTo(walked);
            walked = longer;
            JsonNode shown = run(walked);
            assertThat(shown.get("tcbs").get("A").get(0).get("now").stringValue())
                    .isEqualTo(playground
                            .model()
                            .decode(playground.walk(walked).state(walked.size()))
                            .a()
                            .state()
                            .toString());
        }
        assertThat(run(walked).get("words").size()).isEqualTo(30);
        String trace = ask("trace", about(walked, "")).body();
        assertThat(Replay.of(TraceFile.parse("walk", trace)).run()).isNotInstanceOf(Replay.Outcome.Refused.class);
    }

    @Test
    void searchesAnswer() throws Exception {
        assertThat(answer("shortest", about(Choices.NONE, ", \"claim\": \"no-old-fin\""))
                        .get("choices")
                        .stringValue())
                .isEqualTo(Walks.readmeChoices().toString());
        assertThat(answer("shortest", about(Choices.NONE, ", \"state\": \"A.state == LISTEN\""))
                        .get("none")
                        .stringValue())
                .startsWith("No run from here reaches a state where A.state == LISTEN");
        assertThat(answer("shortest", about(Walks.readmeChoices(), ", \"otherwise\": true"))
                        .has("choices"))
                .isTrue();
    }

    @Test
    void withoutTheTokenNothingIsAnswered() throws Exception {
        for (String authorization :
                List.of("", "Bearer", "Bearer " + "0".repeat(32), server.token(), "Bearer " + server.token() + "0")) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/scenario"));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            assertRefused(send(request.POST(BodyPublishers.ofString("{}")).build()), 403, "token");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org", "null", "https://127.0.0.1", "http://127.0.0.1", "http://localhost:1"})
    void aPageOfAnotherOriginIsRefused(String origin) throws Exception {
        HttpRequest.Builder question = request("/api/scenario").POST(BodyPublishers.ofString("{}"));
        assertRefused(send(question.header("Origin", origin).build()), 403, "another origin");
        assertRefused(send(request("/").header("Origin", origin).build()), 403, "another origin");
    }

    @Test
    void theOwnOriginIsServed() throws Exception {
        HttpRequest.Builder question = request("/api/scenario").POST(BodyPublishers.ofString("{}"));
        assertThat(send(question.header("Origin", "http://127.0.0.1:" + server.port())
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    /** A foreign name that leads to 127.0.0.1 shows in the Host. */
    @Test
    void anotherHostIsRefused() throws Exception {
        for (String host : List.of("example.org", "127.0.0.1", "example.org:" + server.port())) {
            assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run     |                                                  | no JSON",
                "run     | []                                               | no JSON object",
                "run     | {\"x\": 1}                                       | there is no field 'x'",
                "run     | {\"choices\": \"\", \"at\": 0}                   | scenario: it is missing",
                "run     | {\"scenario\": 1, \"choices\": \"\", \"at\": 0}  | scenario: 1 is no text",
                "run     | {\"scenario\": \"?\", \"choices\": \"\"}         | is of another scenario",
                "run     | {\"scenario\": \"D\"}                            | choices: they are missing",
                "run     | {\"scenario\": \"D\", \"choices\": \"1..2\"}     | choices: '' is no step",
                "run     | {\"scenario\": \"D\", \"choices\": \"zz\"}       | step 1 of 1 is not possible there",
                "run     | {\"scenario\": \"D\", \"choices\": \"\"}         | at: expected a number from 0 to 0, found"
                        + " nothing",
                "run     | {\"scenario\": \"D\", \"choices\": \"\", \"at\": 1}    | at: expected a number from 0 to 0,"
                        + " found 1",
                "run     | {\"scenario\": \"D\", \"choices\": \"\", \"at\": 0.5}  | found 0.5",
                "run     | {\"scenario\": \"D\", \"choices\": \"\", \"at\": 1e99} | at: expected",
                "run     | {\"scenario\": \"D\", \"scenario\": \"D\"}       | no JSON",
                "run     | {} {}                                            | no JSON",
                "random  | {\"scenario\": \"D\", \"choices\": \"\", \"seed\": 1, \"steps\": 101} | steps: expected a"
                        + " number from 1 to 100",
                "random  | {\"scenario\": \"D\", \"choices\": \"\", \"steps\": 1} | seed: expected",
                "shortest| {\"scenario\": \"D\", \"choices\": \"\"}         | one of claim, state and otherwise is"
                        + " wanted, found 0",
                "shortest| {\"scenario\": \"D\", \"choices\": \"\", \"claim\": \"drained\", \"state\": \"true\"} |"
                        + " found 2",
                "shortest| {\"scenario\": \"D\", \"choices\": \"\", \"claim\": \"x\"} | claim: 'x' is not in the list",
                "shortest| {\"scenario\": \"D\", \"choices\": \"\", \"state\": \"((\"} | state: column 3",
                "shortest| {\"scenario\": \"D\", \"choices\": \"\", \"otherwise\": true} | no step yet",
                "trace   | {\"scenario\": \"D\", \"choices\": \"\", \"claim\": \"drained\"} | does not violate"
                        + " 'drained'"
            })
    void malformedQuestionsAreRefusedInOneLine(String name, String body, String words) throws Exception {
        String text = body == null ? "" : body.replace("\"D\"", "\"" + playground.digest() + "\"");
        assertRefused(ask(name.trim(), text), 400, words);
    }

    @Test
    void largeAndDeepBodiesAreRefused() throws Exception {
        assertRefused(ask("run", "\"" + "x".repeat(70_000) + "\""), 413, "octets");
        assertRefused(ask("run", "[".repeat(60_000)), 400, "no JSON");
        assertRefused(
                ask("run", about(Choices.NONE, ", \"state\": \"" + "!".repeat(20_000) + "\"")), 400, "at: expected");
        assertRefused(
                ask("shortest", about(Choices.NONE, ", \"state\": \"" + "!".repeat(20_000) + "\"")), 400, "state: ");
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertRefused(send(request("/api/run").GET().build()), 405, "/api/run takes POST only");
        assertRefused(send(request("/").POST(BodyPublishers.ofString("")).build()), 405, "/ takes GET only");
        assertRefused(ask("nothing", "{}"), 404, "nothing at this path");
        for (String path : List.of("/x", "/%2e%2e/pom.xml", "/x/../explore.js", "/package-info.class")) {
            assertRefused(send(request(path).build()), 404, "nothing at this path");
        }
    }

    @Test
    void noPathLeavesThePage() throws Exception {
        assertThat(send(request("/../pom.xml").build()).statusCode()).isEqualTo(404);
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws Exception {
        List<String> all = new ArrayList<>();
        for (String path : List.of("/", "/explore.js", "/line.js", "/explore.css")) {
            HttpResponse<String> response = send(request(path).build());
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            all.add(response.body());
        }
        assertThat(all).noneMatch(text -> text.contains("http:") || text.contains("https:"));
        assertThat(all).noneMatch(text -> text.contains(server.token()));
    }
}
