/**
 * What operations of the trading path cost, with JMH: one class an operation. Run with {@code
 * -prof gc}; a figure is worth something only beside another one of the same run.
 */
package io.hayate.benchmarks;
