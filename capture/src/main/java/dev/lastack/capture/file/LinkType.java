package dev.lastack.capture.file;

/** Numbers of link types (LINKTYPE_ of the pcap registry) and what else the two formats share. */
public final class LinkType {

    public static final int NULL = 0;
    public static final int ETHERNET = 1;
    /** DLT_RAW on most systems; some wrote it to files. */
    public static final int RAW_BSD = 12;
    /** DLT_RAW of OpenBSD. */
    public static final int RAW_OPENBSD = 14;

    public static final int RAW = 101;
    public static final int LOOP = 108;
    public static final int LINUX_SLL = 113;
    public static final int IPV4 = 228;
    public static final int IPV6 = 229;
    public static final int LINUX_SLL2 = 276;

    /** What libpcap takes for the largest packet; a record that claims more is damaged. */
    static final int LARGEST_PACKET = 262_144;

    private LinkType() {}

    /** Whether packets of this type can be decoded. */
    public static boolean known(int type) {
        return switch (type) {
            case NULL, ETHERNET, RAW_BSD, RAW_OPENBSD, RAW, LOOP, LINUX_SLL, IPV4, IPV6, LINUX_SLL2 -> true;
            default -> false;
        };
    }

    /** The type as people know it. */
    public static String name(int type) {
        return switch (type) {
                    case NULL -> "BSD loopback";
                    case ETHERNET -> "Ethernet";
                    case 9 -> "PPP";
                    case 105 -> "IEEE 802.11";
                    case 127 -> "IEEE 802.11 with radiotap";
                    case RAW_BSD, RAW_OPENBSD, RAW -> "raw IP";
                    case LOOP -> "OpenBSD loopback";
                    case LINUX_SLL -> "Linux cooked";
                    case IPV4 -> "IPv4";
                    case IPV6 -> "IPv6";
                    case 239 -> "NFLOG";
                    case 258 -> "PKTAP";
                    case LINUX_SLL2 -> "Linux cooked v2";
                    default -> "link type";
                }
                + " (" + type + ")";
    }
}
