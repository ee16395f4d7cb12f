package io.hayate.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What is counted of each channel of market data: one writer a figure, any reader. Allocates nothing
 * after construction.
 */
public final class ChannelStatistics {
    /** In place of an age that is not known. */
    public static final long UNKNOWN_AGE_MS = -1;

    private static final int STRIDE = 32; // longs of a channel, two cache lines for each writer

    private final AtomicLongArray values;

    /** What is counted, or kept, of a channel. */
    public enum Figure {
        // written by the loop that reads the channel
        /** Array frames read, heartbeats and checksums included. */
        FRAMES(0),
        /** Frames of it that could not be read, or of a type that the protocol does not list. */
        UNKNOWN(1),
        /** Holes, repeats and steps back in the sequence of its connection while it was on it. */
        GAPS(2),
        /** Updates replaced by a later one before the strategy took them. */
        CONFLATED(3),
        /** Updates given up: of a book that then came anew, and prints. */
        DROPPED(4),
        /** Fresh snapshots asked for. */
        RESYNCS(5),
        /** Words of health, as the session knows them. */
        HEALTH(6),
        /** When the last frame but heartbeats was read, in ns of {@link System#nanoTime()}; 0 never. */
        LAST_DATA_NS(7),
        /** The venue's sequence number of the last frame; 0 where it gives none. */
        LAST_SEQUENCE(8),
        /** By how much the last frame was older than its receipt, in ms; negative when unknown. */
        LAST_AGE_MS(9),
        /** Number of the connection that carries it, from 1; 0 while none does. */
        CONNECTION(10),
        /** 1 while it is wanted: not before, and not once it was unsubscribed or refused. */
        WANTED(11),
        /**
         * When its socket had been looked at before the last frame of it, a heartbeat included: that is no
         * older, in ns of {@link System#nanoTime()}; 0 never.
         */
        HEARD_NS(12),

        // written by the strategy's thread
        /** Checksums that were right. */
        CHECKSUMS_PASSED(16),
        /** Checksums that differed. */
        CHECKSUMS_FAILED(17),
        /** Checksums that were not checked: of funding, and of a book that was not whole. */
        CHECKSUMS_SKIPPED(18),
        /** Words of health that the keeper of the book has found. */
        BOOK_HEALTH(19);

        private final int index;

        Figure(int index) {
            this.index = index;
        }
    }

    /** Room for channels numbered from 0 to one less than {@code channels}. */
    public ChannelStatistics(int channels) {
        values = new AtomicLongArray(channels * STRIDE);
    }

    /** Adds one; only on the figure's own thread. */
    public void increment(int channel, Figure figure) {
        add(channel, figure, 1);
    }

    /** Adds {@code count}; only on the figure's own thread. */
    public void add(int channel, Figure figure, long count) {
        int at = channel * STRIDE + figure.index;
        values.lazySet(at, values.getPlain(at) + count);
    }

    /** Sets a figure; only on its own thread. */
    public void set(int channel, Figure figure, long value) {
        values.lazySet(channel * STRIDE + figure.index, value);
    }

    /** A figure of a channel as it is now; any thread. */
    public long get(int channel, Figure figure) {
        return values.get(channel * STRIDE + figure.index);
    }
}
