/**
 * What the market looks like, kept from its events: order books with their checksums, the latest
 * prints, candles. Belongs to the thread that takes the events; allocates when a channel is first
 * seen, nothing after. Which channels there are and when they are resubscribed is left to the session.
 */
package io.hayate.market;
