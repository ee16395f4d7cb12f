package io.hayate.venue.market;

import io.hayate.model.Instrument;
import io.hayate.venue.wire.JsonText;

/** Something with a price that steps and a ticker to tell of it. Venue thread. */
public interface TickerSource {
    /** Instrument that the ticker is of. */
    Instrument instrument();

    /** Its trades. */
    PrintTape tape();

    /** Its book. */
    BookSource books();

    /** Moves on by one step of the seeded path. */
    void step();

    /** Appends the ticker's row. */
    void writeTicker(JsonText out);
}
