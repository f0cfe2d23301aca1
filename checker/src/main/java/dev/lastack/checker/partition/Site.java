package dev.lastack.checker.partition;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Where a task runs.
 *
 * @param attempt a name that no other try of any task has, in this search or one that it resumes
 * @param scratch a folder of this machine for what does not fit into memory
 * @param halted whether the task is to return early; what it returns then is not used
 */
public record Site(String attempt, Path scratch, BooleanSupplier halted) {}
