package dev.lastack.benchmarks.compare;

/**
 * One process, measured from outside.
 *
 * @param wallSeconds from start to end, start-up included
 * @param cpuSeconds user and system time of the process
 * @param peakRssBytes greatest resident set of the process
 */
record ProcessRun(double wallSeconds, double cpuSeconds, long peakRssBytes, Counts counts) {}
