/**
 * Our orders: their numbers, their life as the venue tells it, the fills, positions and balances
 * that follow. Strategy thread; allocates nothing after start, but for a wallet seen for the first
 * time. The wire is left to the session.
 */
package io.hayate.order;
