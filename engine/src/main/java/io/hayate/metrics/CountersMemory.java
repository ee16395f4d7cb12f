package io.hayate.metrics;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.agrona.BufferUtil;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersManager;

/**
 * The memory that an engine's counters lie in: that of the process alone, or a mapped file that other processes read. Whoever
 * owns a counter writes it in place; labels and all that the metrics thread writes change between {@link
 * #beginChange} and {@link #endChange}, so that a reader sees them as of one moment.
 */
public final class CountersMemory {
    private final CountersLayout layout;
    private final UnsafeBuffer buffer;
    private final UnsafeBuffer values;
    private final UnsafeBuffer channelValues;
    private final CountersManager counters;
    private final CountersManager channels;

    /**
     * Over memory of {@link CountersLayout#bytes} zeros.
     *
     * @param buffer aligned to 8 bytes
     */
    public CountersMemory(CountersLayout layout, AtomicBuffer buffer) {
        this.layout = layout;
        this.buffer = new UnsafeBuffer(buffer, 0, layout.bytes());
        values = part(layout.valuesOffset(), layout.valuesBytes());
        channelValues = part(layout.channelValuesOffset(), layout.channelValuesBytes());
        counters = manager(part(layout.metadataOffset(), layout.metadataBytes()), values);
        channels =
                manager(
                        part(layout.channelMetadataOffset(), layout.channelMetadataBytes()),
                        channelValues);
    }

    private static CountersManager manager(AtomicBuffer metadata, AtomicBuffer values) {
        return new CountersManager(metadata, values, StandardCharsets.UTF_8);
    }

    private UnsafeBuffer part(int offset, int bytes) {
        return new UnsafeBuffer(buffer, offset, bytes);
    }

    /** Memory that is no file: beside the heap, as the library wants it aligned. */
    public static CountersMemory ofProcess(CountersLayout layout) {
        ByteBuffer bytes = BufferUtil.allocateDirectAligned(layout.bytes(), CACHE_LINE_LENGTH);
        return new CountersMemory(layout, new UnsafeBuffer(bytes));
    }

    /**
     * Says whose it is, as {@link CountersHeader} has it: from now on it is one of counters.
     *
     * @param startMs the start, in ms since 1970
     * @param startNs the same by the clock that times in it are of
     * @param texts what a reader shows of the process
     */
    public void begin(long pid, long startMs, long startNs, Map<String, String> texts) {
        CountersHeader.write(buffer, layout, pid, startMs, startNs, texts);
    }

    /** The process ends by itself. */
    public void end() {
        CountersHeader.end(buffer);
    }

    /** Where what lies in it. */
    public CountersLayout layout() {
        return layout;
    }

    /** All of it. */
    public AtomicBuffer buffer() {
        return buffer;
    }

    /** Makes counters of what happens once; one thread at a time. */
    CountersManager counters() {
        return counters;
    }

    /** Makes those of channels, two each; one thread at a time. */
    CountersManager channels() {
        return channels;
    }

    /** Where values of counters are written: of this very class, so that no call of it is looked up. */
    UnsafeBuffer values() {
        return values;
    }

    /** Where those of channels are. */
    UnsafeBuffer channelValues() {
        return channelValues;
    }

    /** Where errors are kept, each once. */
    AtomicBuffer errors() {
        return part(layout.errorsOffset(), layout.errorBytes());
    }

    /** The metrics thread begins to write. */
    public void beginChange() {
        buffer.getAndAddLong(CountersHeader.CHANGES_OFFSET, 1);
    }

    /** It has written all, the time included. */
    public void endChange(long epochMs, long nowNs) {
        buffer.putLong(CountersHeader.HEARTBEAT_MS_OFFSET, epochMs);
        buffer.putLong(CountersHeader.HEARTBEAT_NS_OFFSET, nowNs);
        buffer.getAndAddLong(CountersHeader.CHANGES_OFFSET, 1);
    }
}
