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
            "illumos",
            "openbsd",
            "macos",
            "windows",
            "zephyr",
            "freertos-plus-tcp",
            "nuttx",
            "uip",
            "vpp",
            "f-stack",
            "lossy-last-ack",
            "last-ack-gives-up",
            "silent-peer",
            "silent-peer-orphan-timer",
            "bare-ack-echo",
            "half-open-idle",
            "half-open-keep-alive",
            "half-open-pending",
            "half-open-throttled",
            "reboot-same-isn",
            "short-syn-retries");

    private Variants() {}

    static List<String> names() {
        return NAMES;
    }
}
