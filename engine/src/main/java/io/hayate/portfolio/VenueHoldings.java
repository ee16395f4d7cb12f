package io.hayate.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * What the venue says that the account holds beside its wallets: margin positions and funding offers,
 * whoever made them. Bounded. The strategy thread writes, any thread reads.
 */
public final class VenueHoldings {
    /** How many positions are kept. */
    public static final int POSITIONS_MAX = 256;

    /** How many offers are kept. */
    public static final int OFFERS_MAX = 1_024;

    private final ToldRows positions = new ToldRows(POSITIONS_MAX, false);
    private final ToldRows offers = new ToldRows(OFFERS_MAX, true);

    VenueHoldings() {}

    /** Rows of margin positions. */
    public ToldRows positionRows() {
        return positions;
    }

    /** Rows of funding offers. */
    public ToldRows offerRows() {
        return offers;
    }

    /** Copies of the margin positions; allocates. */
    public List<ToldPosition> positions() {
        List<ToldPosition> copies = new ArrayList<>();
        ToldPosition copy = new ToldPosition();
        for (int i = 0; i < positions.places() && positions.count() > 0; i++) {
            if (positions.read(i, copy)) {
                copies.add(copy);
                copy = new ToldPosition();
            }
        }
        return copies;
    }

    /** Copies of the funding offers; allocates. */
    public List<ToldOffer> offers() {
        List<ToldOffer> copies = new ArrayList<>();
        ToldOffer copy = new ToldOffer();
        for (int i = 0; i < offers.places() && offers.count() > 0; i++) {
            if (offers.read(i, copy)) {
                copies.add(copy);
                copy = new ToldOffer();
            }
        }
        return copies;
    }
}
