package dev.lastack.conformance.packetdrill.script;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A TCP option of a packet, RFC 9293 §3.2, RFC 7323, RFC 2018.
 *
 * @param values what the option carries; in an expected packet each may be {@link Packet#ANY}. MSS: octets; WSCALE: shift; TS: TSval, TSecr; SACK: left, right of each block; else empty
 */
public record TcpOption(Kind kind, List<Long> values) {

    /** The options that a script can write and a runner can carry. */
    public enum Kind {
        EOL("eol", 0, 1),
        NOP("nop", 1, 1),
        MSS("mss", 2, 4),
        WSCALE("wscale", 3, 3),
        SACK_OK("sackOK", 4, 2),
        SACK("sack", 5, 2),
        TIMESTAMPS("TS", 8, 10);

        private final String word;
        private final int number;
        private final int fixedOctets;

        Kind(String word, int number, int fixedOctets) {
            this.word = word;
            this.number = number;
            this.fixedOctets = fixedOctets;
        }

        /** Option-Kind on the wire. */
        public int number() {
            return number;
        }
    }

    /** Octets on the wire; every SACK edge takes four. */
    public int octets() {
        return kind == Kind.SACK ? kind.fixedOctets + 4 * values.size() : kind.fixedOctets;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case EOL, NOP, SACK_OK -> kind.word;
            case MSS, WSCALE -> kind.word + " " + Packet.shown(values.get(0));
            case TIMESTAMPS -> "TS val " + Packet.shown(values.get(0)) + " ecr " + Packet.shown(values.get(1));
            case SACK -> "sack " + blocks();
        };
    }

    private String blocks() {
        return java.util.stream.IntStream.range(0, values.size() / 2)
                .mapToObj(block -> values.get(2 * block) + ":" + values.get(2 * block + 1))
                .collect(Collectors.joining(" "));
    }
}
