/**
 * The venue's REST, for what its events do not tell: the list of pairs. One request at a time, on a
 * thread of its own, far from the trading threads.
 */
package io.hayate.history;
