/**
 * Tick to trade over loopback sockets, measured from outside: a venue that stamps the clock, in a
 * process of its own, and clients that do not know that they are measured, each in a process of its
 * own, too. Their runs take turns, so that the machine's moods meet all of them alike.
 */
package io.hayate.latency;
