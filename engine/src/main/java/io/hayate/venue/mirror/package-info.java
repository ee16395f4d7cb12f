/**
 * Markets that follow texts of the public wire, recorded or mirrored from a live feed: reads the
 * texts, keeps a book of each market beside which clients' orders lie, and fills those by what the
 * texts tell. The venue reads the protocol for itself here, too. Whoever has the texts gives them, on
 * the venue's thread and clock; files and sockets are left to others.
 *
 * <pre>text → MirrorFeed → MirrorChannel → MirrorTarget: a MirrorSource of a market, or a MirrorScan</pre>
 */
package io.hayate.venue.mirror;
