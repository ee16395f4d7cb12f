package io.hayate.recording.export;

import java.io.IOException;
import java.util.List;

/** Takes what a recording tells of pairs, in the order in which it came. */
interface ExportSink {
    /**
     * A trade.
     *
     * @param id of it
     * @param isBuy the taker bought
     * @param price as the exchange wrote it
     * @param amount likewise, above 0
     */
    void onTrade(
            ExportTime time, String symbol, String id, boolean isBuy, String price, String amount)
            throws IOException;

    /**
     * A frame of the book, none of whose changes may be left out.
     *
     * @param isSnapshot all that was there before is gone
     */
    void onBook(ExportTime time, String symbol, List<LevelChange> changes, boolean isSnapshot)
            throws IOException;

    /** The best of the book has changed. */
    void onQuote(ExportTime time, String symbol, Quote quote) throws IOException;

    /** Ends all files, and tells them. */
    List<ExportedFile> end() throws IOException;

    /** Removes all files that were made. */
    void undo();
}
