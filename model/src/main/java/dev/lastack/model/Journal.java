package dev.lastack.model;

import dev.lastack.scenario.Host;
import java.util.ArrayList;
import java.util.List;

/** What a step does, written down while it is taken again in order to be told. The search keeps none. */
final class Journal {

    record Sent(Host from, long segment, boolean overflowed) {}

    record Expired(Host to, long segment, boolean lost) {}

    final List<Sent> sent = new ArrayList<>();
    final List<Expired> expired = new ArrayList<>();
    final List<String> timers = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
}
