package dev.lastack.checker.partition;

import java.io.Serializable;
import java.util.function.BooleanSupplier;

/**
 * Work that needs nothing but what it holds, so that any process can do it. Small and immutable.
 *
 * @param <R> what it results in
 */
public interface Job<R extends Serializable> extends Serializable {

    /**
     * Does the work. What it returns once {@code halted} is not used.
     *
     * @throws dev.lastack.checker.Workspace.Unusable if this process cannot do it
     */
    R run(BooleanSupplier halted);
}
