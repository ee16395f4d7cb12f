package io.hayate.venue.mirror;

import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.market.Market;
import io.hayate.venue.wire.JsonText;

/** Hears what texts have brought about. Venue thread, while a text is worked on. */
public interface MirrorNews {
    /** Nobody hears. */
    MirrorNews NONE =
            new MirrorNews() {
                @Override
                public void onChanged(Market market, boolean isAll, ChannelRows rows) {}

                @Override
                public void onTicker(Market market, JsonText row) {}

                @Override
                public void onInfo(int code) {}
            };

    /**
     * Something in the market's book, or one of its trades, is new.
     *
     * @param isAll no ticker will be told of it
     * @param rows what a text has told of the book that is followed; null for a snapshot and all else
     */
    void onChanged(Market market, boolean isAll, ChannelRows rows);

    /**
     * The market's ticker is to be told.
     *
     * @param row as it was told elsewhere
     */
    void onTicker(Market market, JsonText row);

    /** The exchange has said something to all: 20051, 20060 or 20061. */
    void onInfo(int code);
}
