package dev.lastack.probe.walk;

import dev.lastack.endpoint.tcb.EndpointConfig;
import dev.lastack.probe.host.VariantHost;
import java.util.List;
import java.util.Optional;

/** What a variant says that walks cause. */
public final class VariantWalks {

    private final Walks walks;
    private final long step;

    /**
     * @param step microseconds after each step
     */
    public VariantWalks(EndpointConfig config, long step) {
        this.walks = new Walks(new VariantHost(config), step);
        this.step = step;
    }

    long step() {
        return step;
    }

    /** The walk with what the variant says that it causes. */
    public ObservedWalk expected(StackWalk walk) {
        return new ObservedWalk(walk, walks.run(List.of(walk)).get(0));
    }

    /** The walk up to the first step that caused something else; empty if there is none. */
    public Optional<WalkDivergence> firstDivergence(ObservedWalk observed) {
        List<StackOutcome> measured = observed.outcomes();
        List<StackOutcome> expected = expected(observed.walk()).outcomes();
        for (int i = 0; i < Math.min(measured.size(), expected.size()); i++) {
            if (!measured.get(i).equals(expected.get(i))) {
                StackWalk walk = observed.walk().first(i + 1);
                return Optional.of(
                        new WalkDivergence(new ObservedWalk(walk, measured.subList(0, i + 1)), expected.get(i)));
            }
        }
        return Optional.empty();
    }
}
