/**
 * What is counted and measured: counters, tick-to-trade percentiles, bytes allocated. Trading
 * threads write, allocating nothing; any thread reads.
 */
package io.hayate.metrics;
