package io.hayate.venue.feed;

import io.hayate.venue.wire.JsonText;
import java.util.List;

/** The candles of one key, for those who ask once. */
public interface CandleHistory {
    /** One interval. */
    interface Row {
        /** When it began. */
        long startMs();

        /** Appends {@code [MTS, OPEN, CLOSE, HIGH, LOW, VOLUME]}. */
        void write(JsonText out);
    }

    /** The latest intervals, the oldest first; never empty. */
    List<Row> rows();
}
