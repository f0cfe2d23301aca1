package dev.lastack.spark;

import dev.lastack.checker.partition.TaskOutcome;
import java.io.Serializable;

/** What a merge returns, and the host that has written its part. */
record PlacedOutcome(TaskOutcome outcome, String host) implements Serializable {}
