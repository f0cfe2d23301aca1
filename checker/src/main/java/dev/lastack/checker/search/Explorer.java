package dev.lastack.checker.search;

import dev.lastack.checker.Exploration;
import dev.lastack.checker.Limits;
import dev.lastack.checker.Progress;
import dev.lastack.checker.Property;
import dev.lastack.checker.TransitionSystem;
import java.util.List;

/** Level-synchronous breadth-first search of a {@link TransitionSystem}. */
public final class Explorer {

    private final TransitionSystem system;
    private final List<Property> properties;
    private final Limits limits;
    private final Progress progress;

    public Explorer(TransitionSystem system, List<Property> properties, Limits limits, Progress progress) {
        this.system = system;
        this.properties = List.copyOf(properties);
        this.limits = limits;
        this.progress = progress;
    }

    /** Sees every reachable state, or as many as the limits allow. */
    public Exploration run() {
        throw new AssertionError("placeholder: " + system + properties + limits + progress);
    }
}
