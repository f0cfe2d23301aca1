package dev.lastack.explore.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fresh Chromium without a window, driven by its DevTools protocol. Where it is not installed the test is not run. */
final class Chromium implements AutoCloseable {

    private static final int SECONDS = 60;

    private final JsonMapper mapper = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    Chromium(Path profile) throws IOException, InterruptedException {
        try {
            process = new ProcessBuilder(List.of(
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw Assumptions.<RuntimeException>abort("not run: chromium is not installed");
        }
        Path active = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.exists(active) || Files.readString(active).lines().count() < 2) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                close();
                throw new AssertionError("chromium does not start");
            }
            Thread.sleep(50);
        }
        port = Integer.parseInt(Files.readString(active).lines().findFirst().orElseThrow());
    }

    /** A new tab at {@code address}. */
    Tab open(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode target =
                mapper.readTree(http.send(request, BodyHandlers.ofString()).body());
        Tab tab = new Tab(target.get("webSocketDebuggerUrl").stringValue());
        tab.call("Page.enable", Map.of());
        tab.call("Page.navigate", Map.of("url", address));
        return tab;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A page. */
    final class Tab implements WebSocket.Listener {

        private final Map<Integer, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
        private final AtomicInteger ids = new AtomicInteger();
        private final StringBuilder partial = new StringBuilder();
        private final WebSocket socket;

        Tab(String address) {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create(address), this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonNode message = mapper.readTree(partial.toString());
                partial.setLength(0);
                if (message.has("id")) {
                    Objects.requireNonNull(pending.remove(message.get("id").intValue()))
                            .complete(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        JsonNode call(String method, Map<String, ?> parameters) throws Exception {
            int id = ids.incrementAndGet();
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            pending.put(id, answer);
            socket.sendText(mapper.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
            JsonNode message = answer.get(SECONDS, TimeUnit.SECONDS);
            if (message.has("error")) {
                throw new AssertionError(method + ": " + message.get("error"));
            }
            return message.get("result");
        }

        /** The value of an expression, as text; promises are awaited. */
        String evaluate(String expression) throws Exception {
            JsonNode result = call(
                    "Runtime.evaluate",
                    Map.of("expression", "Promise.resolve(" + expression + ").then(String)", "awaitPromise", true));
            if (result.has("exceptionDetails")) {
                throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
            }
            return result.get("result").get("value").stringValue();
        }

        /** Waits until the expression is true; a page that still loads may lack what the expression reads. */
        void await(String expression) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (!isTrue(expression)) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(expression + " does not become true; the page shows: "
                            + evaluate("document.body?.innerText"));
                }
                Thread.sleep(20);
            }
        }

        private boolean isTrue(String expression) throws Exception {
            JsonNode result = call("Runtime.evaluate", Map.of("expression", expression));
            return !result.has("exceptionDetails")
                    && result.get("result").path("value").asBoolean(false);
        }

        /** Presses and releases a key, as a person does. */
        void press(String key) throws Exception {
            String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
            call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", text));
            call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
        }

        void screenshot(Path file) throws Exception {
            JsonNode shot = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
            Files.write(
                    file,
                    Base64.getDecoder().decode(shot.get("data").stringValue().getBytes(StandardCharsets.US_ASCII)));
        }

        void size(int width, int height) throws Exception {
            call(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        }

        void media(String media, String scheme) throws Exception {
            call(
                    "Emulation.setEmulatedMedia",
                    Map.of(
                            "media",
                            media,
                            "features",
                            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        }
    }
}
