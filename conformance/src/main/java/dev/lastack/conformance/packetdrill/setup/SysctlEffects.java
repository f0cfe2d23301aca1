package dev.lastack.conformance.packetdrill.setup;

import java.util.Map;
import java.util.Optional;

/**
 * What a kernel variable means for an endpoint. A variable that is not here changes no TCP segment that this endpoint
 * sends: buffers, congestion control, ECN, caches.
 *
 * <p>Linux: {@code Documentation/networking/ip-sysctl.rst}; FreeBSD: {@code tcp(4)}.
 */
final class SysctlEffects {

    private static final String LINUX = "net.ipv4.tcp_";
    private static final String FREEBSD = "net.inet.tcp.";

    /** {@code tcp_orphan_retries} 0 stands for this many, tcp_timer.c. */
    private static final long ORPHAN_RETRIES = 8;

    private static final long TW_REUSE_DELAY = 1_000;
    private static final long NO_CHALLENGE_LIMIT = Integer.MAX_VALUE;

    /** What a value does. */
    @FunctionalInterface
    interface Effect {
        void on(SysctlKnobs knobs, long value) throws Unfit;
    }

    /** A value that this endpoint cannot have. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        Unfit(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    private static final Map<String, Effect> EFFECTS = Map.ofEntries(
            Map.entry(LINUX + "timestamps", (knobs, value) -> knobs.set("timestamps", value == 0 ? "off" : "on")),
            Map.entry(LINUX + "fin_timeout", (knobs, value) -> knobs.set("fin-wait-2-timeout", value + "s")),
            Map.entry(LINUX + "rfc1337", (knobs, value) -> knobs.set("time-wait.rst", value == 0 ? "exact" : "ignore")),
            Map.entry(LINUX + "tw_reuse", SysctlEffects::reuse),
            Map.entry(LINUX + "tw_reuse_delay", (knobs, value) -> {}), // read with tcp_tw_reuse
            Map.entry(LINUX + "retries2", (knobs, value) -> knobs.set("retransmissions", Long.toString(value))),
            Map.entry(LINUX + "syn_retries", (knobs, value) -> limit(knobs, "S", value)),
            Map.entry(LINUX + "synack_retries", (knobs, value) -> limit(knobs, "S.", value)),
            Map.entry(
                    LINUX + "orphan_retries",
                    (knobs, value) -> limit(knobs, "F.", value == 0 ? ORPHAN_RETRIES : value)),
            Map.entry(LINUX + "rto_min_us", (knobs, value) -> {
                if (value % 1_000 != 0) {
                    throw new Unfit("must be a multiple of 100000");
                }
                knobs.set("rto", milliseconds(value / 1_000));
            }),
            Map.entry(
                    LINUX + "rto_max_ms",
                    (knobs, value) -> knobs.set("rto.backoff", "exponential(" + milliseconds(value) + ")")),
            Map.entry(
                    LINUX + "invalid_ratelimit",
                    (knobs, value) ->
                            knobs.set("challenge-limit", value == 0 ? "off" : "1 per " + milliseconds(value))),
            Map.entry(
                    LINUX + "challenge_ack_limit",
                    (knobs, value) ->
                            knobs.set("challenge-limit", value == NO_CHALLENGE_LIMIT ? "off" : value + " per 1s")),
            Map.entry(LINUX + "max_tw_buckets", (knobs, value) -> {
                if (value == 0) {
                    knobs.set("time-wait", "0");
                }
            }),
            Map.entry(LINUX + "keepalive_time", (knobs, value) -> only(value, 7_200)),
            Map.entry(LINUX + "keepalive_intvl", (knobs, value) -> only(value, 75)),
            Map.entry(LINUX + "keepalive_probes", (knobs, value) -> only(value, 9)),
            Map.entry(LINUX + "abort_on_overflow", (knobs, value) -> only(value, 0)),
            Map.entry(FREEBSD + "msl", (knobs, value) -> knobs.set("msl", milliseconds(value))),
            Map.entry(FREEBSD + "rexmit_min", (knobs, value) -> knobs.set("rto", milliseconds(value))),
            Map.entry(FREEBSD + "rexmit_initial", SysctlEffects::initial),
            Map.entry(
                    FREEBSD + "finwait2_timeout",
                    (knobs, value) -> knobs.set("fin-wait-2-timeout", milliseconds(value))),
            Map.entry(FREEBSD + "rfc1323", (knobs, value) -> knobs.set("timestamps", value == 0 ? "off" : "on")),
            Map.entry(
                    FREEBSD + "insecure_rst",
                    (knobs, value) -> knobs.set("rst-check", value == 0 ? "exact" : "in-window")),
            Map.entry(FREEBSD + "insecure_syn", (knobs, value) -> knobs.synResets(value != 0)),
            Map.entry(FREEBSD + "drop_synfin", (knobs, value) -> knobs.dropSynFin(value != 0)),
            Map.entry(FREEBSD + "blackhole", (knobs, value) -> only(value, 0)),
            Map.entry(FREEBSD + "tolerate_missing_ts", (knobs, value) -> only(value, 0)),
            Map.entry(FREEBSD + "keepidle", (knobs, value) -> only(value, 7_200_000)),
            Map.entry(FREEBSD + "keepintvl", (knobs, value) -> only(value, 75_000)),
            Map.entry(FREEBSD + "always_keepalive", (knobs, value) -> only(value, 0)));

    private SysctlEffects() {}

    static Optional<Effect> of(String variable) {
        return Optional.ofNullable(EFFECTS.get(variable));
    }

    /** 1 for every peer, 2 for peers on the loopback device, which a script's peer is not. */
    private static void reuse(SysctlKnobs knobs, long value) throws Unfit {
        long delay = knobs.value(LINUX + "tw_reuse_delay").orElse(TW_REUSE_DELAY);
        knobs.set("time-wait.reuse-after", value == 1 ? milliseconds(delay) : "off");
    }

    /** RFC 9293 §3.8.3 has a separate R2 for SYNs. There is only one knob, so it is set only if a script reaches the limit. */
    private static void limit(SysctlKnobs knobs, String flags, long retransmissions) {
        if (knobs.transmissions(flags) > retransmissions) {
            knobs.set("retransmissions", Long.toString(retransmissions));
        }
    }

    /** The endpoint has one RTO: the first and the least. */
    private static void initial(SysctlKnobs knobs, long value) throws Unfit {
        long least = knobs.value(FREEBSD + "rexmit_min").orElse(value);
        if (least != value) {
            throw new Unfit("must be that of rexmit_min, " + least);
        }
        knobs.set("rto", milliseconds(value));
    }

    private static void only(long value, long known) throws Unfit {
        if (value != known) {
            throw new Unfit("must be " + known);
        }
    }

    private static String milliseconds(long value) throws Unfit {
        if (value % 100 != 0) {
            throw new Unfit("must be a multiple of 100 ms, the endpoint's clock");
        }
        return value + "ms";
    }
}
