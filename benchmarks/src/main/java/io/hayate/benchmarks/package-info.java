/**
 * What operations of the trading path cost, with JMH: one class an operation, each with what others
 * do in its place. {@code scripts/bench} runs them all and prints a table. A figure is worth
 * something only beside another one of the same run.
 */
package io.hayate.benchmarks;
