package dev.lastack.scenario;

import java.util.List;

/** The scenarios that come with lastack, in the order in which they are shown. */
final class Variants {

    private static final List<String> NAMES = List.of(
            "two-msl",
            "one-tick-short",
            "rfc793",
            "rfc9293",
            "rfc1337",
            "rfc6191",
            "no-time-wait",
            "short-time-wait",
            "linux",
            "linux-tw-reuse",
            "freebsd",
            "lwip",
            "gvisor",
            "smoltcp",
            "illumos");

    private Variants() {}

    static List<String> names() {
        return NAMES;
    }
}
