package dev.lastack.capture.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An IP address with a port. IPv4 addresses are mapped into IPv6 (RFC 4291 §2.5.5.2).
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Address(long high, long low, int port) {

    private static final long MAPPED = 0xFFFFL;

    public boolean sameHost(Address other) {
        return high == other.high && low == other.low;
    }

    /** The address without its port, as people write it. */
    public String host() {
        if (high == 0 && low >>> 32 == MAPPED) {
            return String.format(
                    Locale.ROOT,
                    "%d.%d.%d.%d",
                    (low >>> 24) & 0xFF,
                    (low >>> 16) & 0xFF,
                    (low >>> 8) & 0xFF,
                    low & 0xFF);
        }
        return six();
    }

    /** RFC 5952: the longest run of zeros is left out. */
    private String six() {
        int[] words = new int[8];
        for (int i = 0; i < 8; i++) {
            words[i] = (int) (((i < 4 ? high : low) >>> (48 - 16 * (i % 4))) & 0xFFFF);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && words[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return start < 0 ? joined(words, 0, 8) : joined(words, 0, start) + "::" + joined(words, start + length, 8);
    }

    private static String joined(int[] words, int from, int to) {
        List<String> text = new ArrayList<>();
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(words[i]));
        }
        return String.join(":", text);
    }

    @Override
    public String toString() {
        return host().contains(":") ? "[" + host() + "]:" + port : host() + ":" + port;
    }
}
