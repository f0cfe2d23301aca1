package dev.lastack.model.rules;

import dev.lastack.model.decisions.Rule;
import dev.lastack.model.state.Timer;
import dev.lastack.scenario.knobs.Host;
import dev.lastack.tcp.UserSignal;
import java.util.ArrayList;
import java.util.List;

/** What a step does, written down while it is taken again in order to be told. The search keeps none. */
public final class Journal {

    public record Sent(Host from, long segment, boolean overflowed) {}

    public record Expired(Host to, long segment, boolean lost) {}

    public record Fired(Host host, Timer timer) {}

    public record Told(Host host, UserSignal signal) {}

    public final List<Sent> sent = new ArrayList<>();
    public final List<Expired> expired = new ArrayList<>();
    public final List<Fired> fired = new ArrayList<>();
    public final List<Told> told = new ArrayList<>();
    public final List<Rule> rules = new ArrayList<>();
}
