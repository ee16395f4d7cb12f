/**
 * Keeps what our fills have come to over the end of a process: written into the journal as it changes and
 * at the start of each segment, restored at the next start. The strategy thread writes; the starting thread
 * restores. Uses the portfolio's numbers and the journal's records; what counts is decided by who feeds it.
 */
package io.hayate.books;
