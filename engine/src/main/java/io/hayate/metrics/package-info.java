/**
 * What is counted and measured: counters, tick-to-trade percentiles, bytes allocated. Trading
 * threads write, allocating nothing; any thread reads. Counters lie in a {@link
 * io.hayate.metrics.CountersMemory}, which may be a file that other processes read.
 */
package io.hayate.metrics;
