package dev.lastack.probe.tun;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A fresh network namespace. A thread of a running JVM cannot take all the others along into one, and a user namespace
 * refuses processes with several threads; so a second JVM is started in it.
 */
public final class Namespace {

    private static final Path SETTINGS = Path.of("/proc/sys/net/ipv4");
    private static final int PATIENCE_SECONDS = 10;
    private static final int LONGEST_VALUE = 256;

    private Namespace() {}

    /** Why there cannot be one here, in one sentence; empty if there can. */
    public static Optional<String> obstacle() {
        return obstacle(Path.of(TunDevice.PATH), List.of("unshare", "-rn", "ip", "-brief", "link"));
    }

    static Optional<String> obstacle(Path device, List<String> trial) {
        if (!Files.exists(device)) {
            return Optional.of("there is no " + device + "; probing needs Linux with TUN devices");
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            return Optional.of(device + " cannot be opened; run as root, or make it readable and writable");
        }
        try {
            String answer = run(trial);
            return answer.startsWith("lo")
                    ? Optional.empty()
                    : Optional.of("no network namespace can be made; run as root, or allow user namespaces: "
                            + answer.strip());
        } catch (IOException e) {
            return Optional.of("unshare (util-linux) and ip (iproute2) are needed: " + e.getMessage());
        }
    }

    /** Starts the main class in a fresh namespace, with the class path of this JVM. What it prints goes to {@code log}. */
    public static Process start(Class<?> main, Path log, String... arguments) throws IOException {
        return ChildJava.start(List.of("unshare", "-rn"), main, log, arguments);
    }

    /** Makes the TUN device of this namespace, whose own address is {@code address} (192.0.2.1/24). */
    public static TunDevice configure(String address) throws IOException {
        TunDevice device = TunDevice.open("lastack");
        require(List.of("ip", "address", "add", address, "dev", "lastack"));
        // Thousands of connections answer at once.
        require(List.of("ip", "link", "set", "dev", "lastack", "txqueuelen", "10000", "up"));
        return device;
    }

    /** Sets {@code net.ipv4.name} in this namespace, and returns what it was. */
    public static String set(String name, String value) throws IOException {
        String before = get(name);
        Files.writeString(SETTINGS.resolve(name), value + "\n");
        return before;
    }

    /** {@code net.ipv4.name} of this namespace; empty if this kernel has none. */
    public static String get(String name) throws IOException {
        Path file = SETTINGS.resolve(name);
        if (!Files.isReadable(file)) {
            return "";
        }
        // Such a file gives its value to the first read alone, however short that is.
        byte[] octets = new byte[LONGEST_VALUE];
        try (InputStream in = Files.newInputStream(file)) {
            return new String(octets, 0, Math.max(0, in.read(octets)), StandardCharsets.US_ASCII).strip();
        }
    }

    private static void require(List<String> command) throws IOException {
        String answer = run(command);
        if (!answer.isBlank()) {
            throw new IOException(String.join(" ", command) + ": " + answer.strip());
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
