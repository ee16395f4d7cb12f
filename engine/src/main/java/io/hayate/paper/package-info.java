/**
 * Paper trading: the prices of a real exchange's public feed, and an account on a venue in this process
 * that follows those prices. What comes to the engine's connections for market data is copied for the
 * venue as it comes; the venue's thread takes it from there. Orders go to that venue and nowhere else.
 *
 * <p>The engine does not know of it: it has one address for its account and one for market data.
 *
 * <pre>public exchange → loop → {@link io.hayate.paper.PaperTap} → venue.mirror ← account's connection ← engine</pre>
 */
package io.hayate.paper;
