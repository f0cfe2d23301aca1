package dev.lastack.checker.certificate;

import dev.lastack.checker.certificate.Certificate.Proof;
import dev.lastack.checker.lanes.CoverState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A {@link Certificate} as text, line by line: the title, the head, the names of all tokens, and each proof with its states; the last
 * line counts the states. {@code docs/certificates.md} describes it. Numbers of states and tokens are hexadecimal, and a state calls
 * a token by its place in the list.
 */
public final class CertificateFile {

    static final String TITLE = "lastack certificate 1";
    static final String TOKENS = "tokens:";
    static final String PROOF = "proof by ";
    static final String END = "end: ";
    static final int HEX = 16;

    private CertificateFile() {}

    /** A text cannot be read as a certificate; the message is one line: the line in question, and what is wrong there. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(int line, String problem) {
            super("line " + line + ": " + problem);
        }
    }

    /** Writes {@code certificate} to {@code out}, which is not closed. */
    public static void write(Certificate certificate, Writer out) throws IOException {
        long[] tokens = certificate.proofs().stream()
                .flatMap(proof -> proof.states().stream())
                .flatMapToLong(state -> LongStream.of(state.tokens()))
                .distinct()
                .sorted()
                .toArray();
        Map<Long, String> places = new TreeMap<>();
        for (int place = 0; place < tokens.length; place++) {
            places.put(tokens[place], Integer.toHexString(place));
        }
        out.write(TITLE + "\n");
        for (Map.Entry<String, String> line : certificate.head().entrySet()) {
            out.write(line.getKey() + ": " + line.getValue() + "\n");
        }
        out.write(TOKENS
                + LongStream.of(tokens)
                        .mapToObj(token -> " " + Long.toHexString(token))
                        .collect(Collectors.joining()) + "\n");
        long states = 0;
        for (Proof proof : certificate.proofs()) {
            out.write(PROOF + proof.by() + ": " + String.join(" ", proof.properties()) + "\n");
            for (CoverState state : proof.states()) {
                write(state, places, out);
            }
            states += proof.states().size();
        }
        out.write(END + states + " states\n");
    }

    private static void write(CoverState state, Map<Long, String> places, Writer out) throws IOException {
        out.write(Arrays.stream(state.control()).mapToObj(Long::toHexString).collect(Collectors.joining(" ")) + ":");
        for (int i = 0; i < state.tokens().length; i++) {
            out.write(" " + places.get(state.tokens()[i]) + "=" + Long.toHexString(state.values()[i]));
        }
        out.write("\n");
    }

    /**
     * Reads what {@link #write} wrote, to the end.
     *
     * @throws Unreadable if it is no certificate, or not the whole of one
     * @throws IOException if {@code in} cannot be read
     */
    public static Certificate read(BufferedReader in) throws IOException, Unreadable {
        return new CertificateReader(in).certificate();
    }
}
