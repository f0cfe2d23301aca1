package dev.lastack.capture.conformance;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.endpoint.tcb.EndpointConfig.Buffers;
import dev.lastack.endpoint.tcb.EndpointConfig.UserReads;
import dev.lastack.scenario.Scenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shipped variant in real time, with what a capture does not determine left open: retransmission timeouts lie anywhere from
 * 10 ms to 120 s.
 *
 * @param msl what a tick of the variant's file stands for, where it is not written in real time
 * @param setting a knob that an administrator may have set otherwise, as {@code timestamps: off}; empty for none
 */
public record Stack(String variant, String msl, String setting) {

    private static final Duration TICK = Duration.ofMillis(10);
    /** As large as a recorded segment can be, so that segment sizes are not compared. */
    private static final int ANY_SIZE = 65_495;

    /** What the variant files of real stacks leave to the network. */
    private static final Map<String, String> LEFT_OPEN = Map.of(
            "tick", "10ms",
            "rto", "10ms..120s",
            "rto.backoff", "none",
            "retransmissions", "100",
            "open", "both");

    private static final Set<String> NEED_TIMESTAMPS = Set.of("linux-tw-reuse", "rfc6191");

    private static final List<Stack> ALL = List.of(
            new Stack("linux", "30s"),
            new Stack("linux-tw-reuse", "30s"),
            new Stack("freebsd", "30s"),
            new Stack("gvisor", "30s"),
            new Stack("illumos", "30s"),
            new Stack("lwip", "60s"),
            new Stack("smoltcp", "30s"),
            new Stack("rfc9293", "120s"),
            new Stack("rfc1337", "120s"),
            new Stack("rfc6191", "120s"),
            new Stack("rfc793", "120s"));

    private Stack(String variant, String msl) {
        this(variant, msl, "");
    }

    /** The same with each setting that administrators change. */
    List<Stack> settings() {
        List<Stack> settings = new ArrayList<>();
        if (!NEED_TIMESTAMPS.contains(variant)) {
            boolean stamps = Scenarios.variant(variant).a().numbers().timestamps();
            settings.add(new Stack(variant, msl, "timestamps: " + (stamps ? "off" : "on")));
        }
        if (variant.startsWith("linux")) {
            settings.add(new Stack(variant, msl, "time-wait.rst: ignore")); // tcp_rfc1337
        }
        return settings;
    }

    /** {@code linux}, or {@code linux with timestamps: off}. */
    public String name() {
        return setting.isEmpty() ? variant : variant + " with " + setting;
    }

    /** The stacks that captures are compared with. */
    public static List<Stack> all() {
        return ALL;
    }

    /** An endpoint's set-up; {@code window}: the widest that was recorded. */
    EndpointConfig config(long window) {
        return config(window, Map.of());
    }

    /** The same with some knobs set otherwise, written as in a scenario. */
    EndpointConfig config(long window, Map<String, String> others) {
        Map<String, String> changes = new LinkedHashMap<>(LEFT_OPEN);
        changes.put("msl", msl);
        if (!setting.isEmpty()) {
            changes.put(setting.substring(0, setting.indexOf(':')), setting.substring(setting.indexOf(' ') + 1));
        }
        changes.putAll(others);
        int receive = (int) Math.max(0xFFFF, Math.min(window, 1 << 30));
        return EndpointConfig.onTheWire(Scenarios.variant(variant).with(changes).a(), TICK)
                .with(new Buffers(ANY_SIZE, 1 << 24, receive, UserReads.AT_ONCE))
                .closingHalfDuplex()
                .scalingWindows();
    }

    @Override
    public String toString() {
        return name();
    }
}
