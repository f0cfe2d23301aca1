package dev.lastack.capture.connection;

import org.jspecify.annotations.Nullable;

/** Flows in the order of their last segment. */
final class FlowList {

    private @Nullable Flow oldest;
    private @Nullable Flow newest;

    /** Appends {@code flow} as the newest. */
    void add(Flow flow) {
        flow.older = newest;
        flow.newer = null;
        if (newest == null) {
            oldest = flow;
        } else {
            newest.newer = flow;
        }
        newest = flow;
    }

    void remove(Flow flow) {
        if (flow.older == null) {
            oldest = flow.newer;
        } else {
            flow.older.newer = flow.newer;
        }
        if (flow.newer == null) {
            newest = flow.older;
        } else {
            flow.newer.older = flow.older;
        }
    }

    @Nullable
    Flow oldest() {
        return oldest;
    }
}
