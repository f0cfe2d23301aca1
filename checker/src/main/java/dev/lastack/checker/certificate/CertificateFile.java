package dev.lastack.checker.certificate;

import dev.lastack.checker.hull.CoverState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A {@link Certificate} as a text file in UTF-8. The first line is {@value #TITLE}, the second the subject. Then one line for each
 * state: the words of its control, a colon, and {@code token=value} for each of its tokens. Numbers are hexadecimal.
 */
public final class CertificateFile {

    private static final String TITLE = "lastack certificate 1";
    private static final int HEX = 16;

    private CertificateFile() {}

    /** The file cannot be read as a certificate; the message names it, the line, and what is wrong. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(Path file, int line, String problem) {
            super(file + ":" + line + ": " + problem);
        }
    }

    /** Writes {@code certificate}, over what may be there. */
    public static void write(Certificate certificate, Path file) {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.print(TITLE + "\n" + certificate.subject() + "\n");
            for (CoverState state : certificate.states()) {
                out.print(line(state) + "\n");
            }
            if (out.checkError()) {
                throw new IOException(file + ": cannot be written");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(CoverState state) {
        String control =
                Arrays.stream(state.control()).mapToObj(Long::toHexString).collect(Collectors.joining(" "));
        String tokens = state.lanes().entrySet().stream()
                .map(token -> " " + Long.toHexString(token.getKey()) + "=" + Long.toHexString(token.getValue()))
                .collect(Collectors.joining());
        return control + ":" + tokens;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws Unreadable if it is no certificate
     */
    public static Certificate read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Unreadable(file, 1, "cannot be read as text in UTF-8: " + e.getMessage());
        }
        if (lines.size() < 2 || !lines.get(0).equals(TITLE)) {
            throw new Unreadable(
                    file, 1, "the first line of a certificate is '" + TITLE + "', and the second its subject");
        }
        List<CoverState> states = new ArrayList<>();
        for (int i = 2; i < lines.size(); i++) {
            try {
                states.add(state(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new Unreadable(file, i + 1, "not a state: " + e.getMessage());
            }
        }
        return new Certificate(lines.get(1), states);
    }

    private static CoverState state(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("there is no colon");
        }
        long[] control = Arrays.stream(line.substring(0, colon).split(" ", -1))
                .mapToLong(CertificateFile::hex)
                .toArray();
        TreeMap<Long, Long> tokens = new TreeMap<>();
        for (String token : line.substring(colon + 1).strip().split(" ", -1)) {
            if (!token.isEmpty()) {
                String[] parts = token.split("=", -1);
                if (parts.length != 2 || tokens.put(hex(parts[0]), hex(parts[1])) != null) {
                    throw new IllegalArgumentException("'" + token + "' is not token=value, or is there twice");
                }
            }
        }
        return new CoverState(control, tokens);
    }

    private static long hex(String text) {
        return Long.parseUnsignedLong(text, HEX);
    }
}
