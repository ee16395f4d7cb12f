package io.hayate.strategy;

/**
 * How one strategy runs.
 *
 * @param number from 1 where several run; 0 for the only one
 * @param name what it is called by
 * @param stopsOnException true when an exception in a callback stops it
 * @param cancelsOnStop true when a stop cancels its orders
 */
record StrategyTerms(int number, String name, boolean stopsOnException, boolean cancelsOnStop) {}
