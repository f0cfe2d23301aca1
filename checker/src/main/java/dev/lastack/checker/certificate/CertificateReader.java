package dev.lastack.checker.certificate;

import dev.lastack.checker.certificate.Certificate.Proof;
import dev.lastack.checker.certificate.CertificateFile.Unreadable;
import dev.lastack.checker.lanes.CoverState;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads one certificate, line by line. */
final class CertificateReader {

    private final BufferedReader in;
    private int number;
    private String line = "";
    private long[] tokens = {};

    CertificateReader(BufferedReader in) {
        this.in = in;
    }

    Certificate certificate() throws IOException, Unreadable {
        next();
        require(line.equals(CertificateFile.TITLE), "a certificate begins with '" + CertificateFile.TITLE + "'");
        next();
        Map<String, String> head = head();
        tokens = words(line.substring(CertificateFile.TOKENS.length()).strip());
        for (int i = 1; i < tokens.length; i++) {
            require(tokens[i - 1] < tokens[i], "the tokens are not in ascending order");
        }
        next();
        List<Proof> proofs = new ArrayList<>();
        long states = 0;
        while (line.startsWith(CertificateFile.PROOF)) {
            proofs.add(proof());
            states += proofs.get(proofs.size() - 1).states().size();
        }
        String end = CertificateFile.END + states + " states";
        require(line.equals(end), "neither a state nor a proof nor '" + end + "'");
        require(in.readLine() == null, "something follows the end");
        try {
            return new Certificate(head, proofs);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(2, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> head() throws IOException, Unreadable {
        Map<String, String> head = new LinkedHashMap<>();
        while (!line.startsWith(CertificateFile.TOKENS)) {
            int colon = line.indexOf(": ");
            require(colon > 0, "neither 'name: value' nor '" + CertificateFile.TOKENS + "'");
            String name = line.substring(0, colon);
            require(head.put(name, line.substring(colon + 2)) == null, "'" + name + "' is there twice");
            next();
        }
        return head;
    }

    private Proof proof() throws IOException, Unreadable {
        int colon = line.indexOf(": ");
        require(colon > CertificateFile.PROOF.length(), "a proof names what it proves after a colon");
        String by = line.substring(CertificateFile.PROOF.length(), colon);
        List<String> properties = List.of(line.substring(colon + 2).split(" ", -1));
        List<CoverState> states = new ArrayList<>();
        next();
        while (!line.startsWith(CertificateFile.PROOF) && !line.startsWith(CertificateFile.END)) {
            states.add(state());
            next();
        }
        return new Proof(properties, by, states);
    }

    private CoverState state() throws Unreadable {
        int colon = line.indexOf(':');
        require(colon > 0, "not a state: it has no colon");
        long[] control = words(line.substring(0, colon));
        String[] lanes = line.length() > colon + 1 ? line.substring(colon + 2).split(" ", -1) : new String[0];
        long[] names = new long[lanes.length];
        long[] values = new long[lanes.length];
        for (int i = 0; i < lanes.length; i++) {
            int equals = lanes[i].indexOf('=');
            require(equals > 0, "not a state: '" + lanes[i] + "' is not token=value");
            long place = number(lanes[i].substring(0, equals));
            require(place >= 0 && place < tokens.length, "not a state: there is no token '" + lanes[i] + "'");
            names[i] = tokens[(int) place];
            values[i] = number(lanes[i].substring(equals + 1));
        }
        try {
            return new CoverState(control, names, values);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(number, "not a state: " + e.getMessage());
        }
    }

    private long[] words(String text) throws Unreadable {
        String[] parts = text.isEmpty() ? new String[0] : text.split(" ", -1);
        long[] words = new long[parts.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = number(parts[i]);
        }
        return words;
    }

    private long number(String hex) throws Unreadable {
        try {
            return Long.parseUnsignedLong(hex, CertificateFile.HEX);
        } catch (NumberFormatException e) {
            throw new Unreadable(number, "'" + hex + "' is not a hexadecimal number");
        }
    }

    private void next() throws IOException, Unreadable {
        String read = in.readLine();
        number++;
        require(read != null, "the text ends before the end of a certificate");
        line = Objects.requireNonNull(read);
    }

    private void require(boolean isSo, String otherwise) throws Unreadable {
        if (!isSo) {
            throw new Unreadable(number, otherwise);
        }
    }
}
