package dev.lastack.capture.packet;

/** What a frame turned out to hold. */
public enum FrameContent {
    /** A TCP segment whose header was captured. */
    SEGMENT("TCP segments"),
    /** A link type or an Ethernet type that is not IP. */
    NOT_IP("packets that are not IP"),
    /** IP with another protocol than TCP. */
    NOT_TCP("packets of other protocols"),
    /** A part of an IP packet; fragments are not put together. */
    FRAGMENT("IP fragments"),
    /** The snap length cut the packet before the end of the TCP header. */
    TRUNCATED("packets cut before the end of the TCP header"),
    /** Lengths that contradict each other, as a data offset of less than 5. */
    MALFORMED("malformed packets"),
    /** A link type that is not decoded. */
    UNKNOWN_LINK("packets of link types that are not read");

    private final String words;

    FrameContent(String words) {
        this.words = words;
    }

    /** For "12 ...". */
    public String words() {
        return words;
    }
}
