package dev.lastack.explore.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lastack.explore.Choices;
import dev.lastack.explore.ExploreException;
import dev.lastack.explore.Playground;
import dev.lastack.explore.search.Searches;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Serves the page on loopback. It remembers nothing of who asks: every question carries the choices that it is about, so that
 * any number of tabs, links and restarts see the same.
 */
public final class ExploreServer implements AutoCloseable {

    /** 127.0.0.1, whatever names and interfaces this machine has. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int THREADS = 4;
    private static final int LARGEST_BODY = 64 * 1024;

    /** Nothing from elsewhere. The drawing carries its own style element. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Gate gate;
    private final Api api;
    private final Assets assets = new Assets();
    private final Consumer<Throwable> defects;

    private ExploreServer(HttpServer server, Api api, Consumer<Throwable> defects) {
        this.server = server;
        this.gate = new Gate(server.getAddress().getPort());
        this.api = api;
        this.defects = defects;
    }

    /** Where a page begins. */
    public record Beginning(Choices choices, int at) {}

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param defects told of errors of lastack itself, which the page shows as such
     * @throws IOException if the port cannot be used
     */
    public static ExploreServer start(
            Playground playground, Searches searches, Beginning beginning, int port, Consumer<Throwable> defects)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        Api api = new Api(playground, searches, beginning.choices(), beginning.at());
        ExploreServer explore = new ExploreServer(server, api, defects);
        server.createContext("/", explore::handle);
        server.setExecutor(explore.threads);
        server.start();
        return explore;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The secret that a page needs to ask questions; it is in no link that the page shows. */
    public String token() {
        return gate.token();
    }

    /** The address to open; its fragment carries the token, which a browser sends to nobody. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/#token=" + token();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (Refusal refused) {
                send(exchange, refused.status(), refused.line());
            } catch (ExploreException impossible) {
                send(exchange, 400, impossible.getMessage());
            } catch (RuntimeException | AssertionError defect) {
                defects.accept(defect);
                send(exchange, 500, "internal error, a defect of lastack: " + defect);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean isQuestion = path.startsWith("/api/");
        gate.refuses(exchange.getRequestHeaders(), isQuestion).ifPresent(why -> {
            throw new Refusal(403, why);
        });
        String method = isQuestion ? "POST" : "GET";
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.getResponseHeaders().set("Allow", method);
            throw new Refusal(405, path + " takes " + method + " only");
        }
        if (isQuestion) {
            question(exchange, path.substring("/api/".length()));
        } else {
            Assets.Asset asset = assets.at(path).orElseThrow(() -> new Refusal(404, "there is nothing at this path"));
            send(exchange, 200, asset.type(), asset.content());
        }
    }

    private void question(HttpExchange exchange, String name) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Refusal(413, "the body has more than " + LARGEST_BODY + " octets");
        }
        RequestBody question = RequestBody.parse(body);
        String answer = switch (name) {
            case "scenario" -> api.scenario().toString();
            case "run" -> api.run(question).toString();
            case "random" -> api.random(question).toString();
            case "shortest" -> api.shortest(question).toString();
            case "trace" -> api.trace(question);
            default -> throw new Refusal(404, "there is nothing at this path");
        };
        send(exchange, 200, "application/json; charset=utf-8", answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String line) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }
}
