package dev.lastack.properties.analysis.advice;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** How much of what users and the network may do is explored, the least first. What breaks in one breaks in the next. */
public enum Scope {
    /** The exchange of FINs, and the opening of the next connection. */
    EXCHANGE(ImmutableMap.of(
            "data", "0", "A.close", "may", "B.close", "after-peer", "capacity", "2", "duplication", "none")),
    /** Either side may close first, A may send an octet. */
    USERS(ImmutableMap.of("A.data", "1", "B.data", "0", "close", "may", "capacity", "2", "duplication", "none")),
    /** And a third segment may be in flight in each direction. */
    CAPACITY(ImmutableMap.of("A.data", "1", "B.data", "0", "close", "may", "capacity", "3", "duplication", "none"));

    private final ImmutableMap<String, String> knobs;

    Scope(ImmutableMap<String, String> knobs) {
        this.knobs = knobs;
    }

    Map<String, String> knobs() {
        return knobs;
    }
}
