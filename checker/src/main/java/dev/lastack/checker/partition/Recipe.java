package dev.lastack.checker.partition;

import java.io.Serializable;

/** What is searched, told so that any process can build it. Small and immutable; equal recipes build the same problem. */
public interface Recipe extends Serializable {

    /**
     * Builds the problem.
     *
     * @throws dev.lastack.checker.Workspace.Unusable if this process would build another problem than the one that was meant
     */
    Problem build();
}
