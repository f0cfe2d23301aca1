package dev.lastack.explore.web;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may ask. Other pages in the same browser can send requests to a port on loopback, and a foreign name can be made to lead
 * there. Hence the Host and the Origin are those of this server, and whoever asks about the scenario knows a secret that is
 * in no link.
 */
final class Gate {

    private static final int TOKEN_OCTETS = 16;
    private static final String SCHEME = "Bearer ";

    private final List<String> hosts;
    private final String token;

    Gate(int port) {
        byte[] secret = new byte[TOKEN_OCTETS];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
        this.hosts = Stream.of("127.0.0.1", "localhost", "[::1]")
                .map(name -> name + ":" + port)
                .toList();
    }

    String token() {
        return token;
    }

    /** Why a request with these headers is refused, if it is; {@code secret}: whether it needs the token. */
    Optional<String> refuses(Headers headers, boolean secret) {
        if (!single(headers, "Host").filter(hosts::contains).isPresent()) {
            return Optional.of("this server answers to " + hosts.get(0) + " only");
        }
        if (headers.containsKey("Origin")
                && single(headers, "Origin")
                        .filter(origin -> hosts.stream().anyMatch(host -> origin.equals("http://" + host)))
                        .isEmpty()) {
            return Optional.of("a page of another origin may not ask");
        }
        if (secret && !knowsToken(single(headers, "Authorization").orElse(""))) {
            return Optional.of("the token is missing or wrong; open the address that lastack printed");
        }
        return Optional.empty();
    }

    private boolean knowsToken(String authorization) {
        return MessageDigest.isEqual(
                (SCHEME + token).getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> single(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
