package io.hayate.venue.market;

import io.hayate.model.Instrument;

/** Makes what a venue lists. Venue thread. */
public interface MarketMaker {
    /** The market of a pair, as it begins. */
    Market market(Instrument instrument);

    /** The currency that is lent, as it begins. */
    TickerSource funding(Instrument instrument);
}
