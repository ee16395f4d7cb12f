package io.hayate.metrics;

import static org.agrona.BitUtil.SIZE_OF_LONG;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersReader;

/**
 * What is counted of each channel of market data, in {@link CountersMemory} or on the heap: one writer a
 * figure, any reader. A channel has two counters, {@link ChannelSlot}, whose figures lie in them: a frame
 * touches two cache lines, not one a figure. Allocates nothing after construction, but where a channel is
 * named.
 */
public final class ChannelStatistics {
    /** In place of an age that is not known. */
    public static final long UNKNOWN_AGE_MS = -1;

    private static final int SLOT_BYTES = CountersReader.COUNTER_LENGTH; // two cache lines
    private static final int SLOT_FIGURES = SLOT_BYTES / SIZE_OF_LONG;
    private static final int STRIDE = CountersLayout.SLOTS * SLOT_BYTES;

    private final CountersMemory memory; // null where none but this process reads
    private final UnsafeBuffer values;
    private final AtomicReferenceArray<String> reasons;

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

        /** The counter that it lies in. */
        public ChannelSlot slot() {
            return index < SLOT_FIGURES ? ChannelSlot.LOOP : ChannelSlot.STRATEGY;
        }

        /** Where it lies in the counter, in bytes from its value. */
        public int slotOffset() {
            return index % SLOT_FIGURES * SIZE_OF_LONG;
        }
    }

    /** Room for channels numbered from 0 to one less than {@code channels}, on the heap. */
    public ChannelStatistics(int channels) {
        memory = null;
        values = HeapMemory.of(channels * STRIDE);
        reasons = new AtomicReferenceArray<>(channels);
    }

    /** As many as there is room for in a memory that others may read. */
    ChannelStatistics(CountersMemory memory) {
        this.memory = memory;
        values = memory.channelValues();
        reasons = new AtomicReferenceArray<>(memory.layout().channels());
    }

    /**
     * Names the next channel, from 0 on without a hole, for those who read the memory; before its figures
     * are written, one thread at a time.
     *
     * @param kind the venue's word for it
     */
    public void name(int channel, String kind, String name) {
        if (memory != null) {
            int loop = CounterMaker.make(memory.channels(), ChannelSlot.LOOP, kind, "", name);
            int strategy =
                    CounterMaker.make(memory.channels(), ChannelSlot.STRATEGY, kind, "", name);
            if (loop != channel * CountersLayout.SLOTS || strategy != loop + 1) {
                throw new IllegalStateException("channel " + channel + " is not the next one");
            }
        }
    }

    /** Tells those who read the memory why a named channel is not live; empty for nothing. Metrics thread. */
    public void tell(int channel, String name, String why) {
        if (memory != null) {
            int strategy = channel * CountersLayout.SLOTS + ChannelSlot.STRATEGY.place();
            CounterMaker.label(
                    memory.channels(), strategy, why.isEmpty() ? name : name + ": " + why);
        }
    }

    /** Why the health of a channel is what it is, as its loop was told; a reference is stored. */
    public void reason(int channel, String why) {
        reasons.setRelease(channel, why);
    }

    /** The same as it is now; empty where nothing was told. Any thread. */
    public String reason(int channel) {
        String why = reasons.getAcquire(channel);
        return why == null ? "" : why;
    }

    /** Adds one; only on the figure's own thread. */
    public void increment(int channel, Figure figure) {
        add(channel, figure, 1);
    }

    /** Adds {@code count}; only on the figure's own thread. */
    public void add(int channel, Figure figure, long count) {
        int at = offset(channel, figure);
        values.putLongRelease(at, values.getLong(at) + count);
    }

    /** Sets a figure; only on its own thread. */
    public void set(int channel, Figure figure, long value) {
        values.putLongRelease(offset(channel, figure), value);
    }

    /** A figure of a channel as it is now; any thread. */
    public long get(int channel, Figure figure) {
        return values.getLongVolatile(offset(channel, figure));
    }

    private static int offset(int channel, Figure figure) {
        return channel * STRIDE + figure.index * SIZE_OF_LONG;
    }
}
