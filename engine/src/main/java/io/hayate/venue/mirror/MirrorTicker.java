package io.hayate.venue.mirror;

/** A ticker as it was read: prices in the decimals that were asked for, amounts in units of 1e-8. */
final class MirrorTicker {
    long bid;
    long bidUnits;
    long ask;
    long askUnits;
    long change;
    long last;
    long volumeUnits;
    long high;
    long low;
}
