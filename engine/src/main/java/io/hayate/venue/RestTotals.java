package io.hayate.venue;

/**
 * What a venue was asked by REST since it started. Control of the venue is not counted.
 *
 * @param requests good or bad
 * @param signed of these, on the paths that take a signature
 * @param refused answered with an error of the exchange, the limits left out
 * @param limited answered with 429
 * @param unanswered had no answer so far
 */
public record RestTotals(long requests, long signed, long refused, long limited, long unanswered) {}
