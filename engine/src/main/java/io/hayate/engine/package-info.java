/**
 * Puts the parts of the trading path together, gives them threads, cores and sockets, starts and
 * stops them, and keeps the marks that outlive a run. Runs before and after the trading threads, on
 * {@code main}.
 */
package io.hayate.engine;
