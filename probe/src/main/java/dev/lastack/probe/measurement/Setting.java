package dev.lastack.probe.measurement;

import java.util.Optional;

/** Sysctls of the namespace under which a part of the measurement runs. All others have the values of a new namespace. */
public enum Setting {
    DEFAULT("", ""),
    RFC1337("tcp_rfc1337", "1"),
    TW_REUSE("tcp_tw_reuse", "1"),
    NO_TIMESTAMPS("tcp_timestamps", "0");

    private final String sysctl;
    private final String value;

    Setting(String sysctl, String value) {
        this.sysctl = sysctl;
        this.value = value;
    }

    /** The name below {@code net.ipv4}, if one is changed. */
    public Optional<String> sysctl() {
        return sysctl.isEmpty() ? Optional.empty() : Optional.of(sysctl);
    }

    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return sysctl.isEmpty() ? "default" : sysctl + "=" + value;
    }
}
