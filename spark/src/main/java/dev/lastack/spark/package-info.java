/**
 * The partitioned search on Apache Spark. {@link dev.lastack.spark.SparkProvider} connects; {@code SparkDistribution} runs
 * each level as one job of two kinds of tasks, {@code ExpandTask} and {@code MergeTask}, with one shuffle between them.
 * Scheduling, shipping, retries and membership are Spark's.
 */
@NullMarked
package dev.lastack.spark;

import org.jspecify.annotations.NullMarked;
