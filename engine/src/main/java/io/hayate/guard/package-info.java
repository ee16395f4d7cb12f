/**
 * What acts where the trading threads cannot: cancels our orders over the venue's REST once the kill
 * switch was used and nothing confirms its cancels. A thread of its own, {@code guard}; it reads what
 * the order path shows of its open orders, and changes nothing of it.
 */
package io.hayate.guard;
