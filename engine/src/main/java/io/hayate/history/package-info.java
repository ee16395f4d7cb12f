/**
 * The venue's REST, for what its events do not tell: the list of pairs, and what became of orders. One request
 * at a time, on threads of its own, far from the trading threads.
 */
package io.hayate.history;
