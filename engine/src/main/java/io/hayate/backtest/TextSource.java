package io.hayate.backtest;

import io.hayate.recording.EntryKind;
import java.io.IOException;
import org.agrona.DirectBuffer;

/** Texts of a recording in the order of their time, and the begin and end of connections. One thread. */
interface TextSource extends AutoCloseable {
    /** In place of a lag: the text has no time of the exchange. */
    long UNKNOWN = Long.MAX_VALUE;

    /** Moves to the next; false at the end. */
    boolean next() throws IOException;

    /** When it came, in ns since the first of the recording; never less than that of the one before. */
    long timeNs();

    /** OPEN, IN or CLOSE. */
    EntryKind kind();

    /** The number of the connection; one of another run of the program has another. */
    int connection();

    /**
     * Receipt by our clock minus sending by the exchange's, in microseconds: below 0 where ours is behind;
     * {@link #UNKNOWN} for a text without a time.
     */
    long lagUs();

    /** Where the text lies, until the next. */
    DirectBuffer text();

    int offset();

    int length();

    @Override
    void close() throws IOException;
}
