package dev.lastack.explore.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files of the page. They hold no secret and nothing of the scenario. */
final class Assets {

    /** A file and its media type. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Asset(byte[] content, String type) {}

    private final Map<String, Asset> byPath = Map.of(
            "/", asset("explore.html", "text/html; charset=utf-8"),
            "/explore.js", asset("explore.js", "text/javascript; charset=utf-8"),
            "/line.js", asset("line.js", "text/javascript; charset=utf-8"),
            "/explore.css", asset("explore.css", "text/css; charset=utf-8"));

    Optional<Asset> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private static Asset asset(String name, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing from the build");
            }
            return new Asset(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
