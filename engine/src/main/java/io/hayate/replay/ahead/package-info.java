/**
 * What a replay knows of a recording before it comes there: readings of the clock, reads of one thread of
 * another, places in the ring. One thread.
 */
package io.hayate.replay.ahead;
