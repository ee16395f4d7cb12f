package io.hayate.venue.mirror;

import io.hayate.venue.wire.JsonText;

/**
 * A ticker as it was read: prices in the decimals that were asked for, amounts in units of 1e-8; and its
 * row as it stands in the text.
 */
final class MirrorTicker {
    final JsonText row = new JsonText();
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
