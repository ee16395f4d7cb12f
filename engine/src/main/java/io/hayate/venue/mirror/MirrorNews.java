package io.hayate.venue.mirror;

import io.hayate.venue.market.Market;

/** Hears what texts have brought about. Venue thread, while a text is worked on. */
public interface MirrorNews {
    /** Nobody hears. */
    MirrorNews NONE =
            new MirrorNews() {
                @Override
                public void onChanged(Market market, boolean isAll) {}

                @Override
                public void onTicker(Market market) {}

                @Override
                public void onInfo(int code) {}
            };

    /**
     * Something in the market's book, or one of its trades, is new.
     *
     * @param isAll no ticker will be told of it
     */
    void onChanged(Market market, boolean isAll);

    /** The market's ticker is to be told. */
    void onTicker(Market market);

    /** The exchange has said something to all: 20051, 20060 or 20061. */
    void onInfo(int code);
}
