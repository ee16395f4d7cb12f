package io.hayate.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Memory for records. One thread writes records, another may bring them to a disk.
 *
 * <p>Writer and flusher each use a view of their own, as a {@link ByteBuffer} holds a position.
 */
public final class Segment {
    private final ByteBuffer memory;
    private final ByteBuffer bytes;
    private final UnsafeBuffer buffer;
    private final AtomicInteger committed = new AtomicInteger(); // written by the writer
    private final AtomicInteger forced = new AtomicInteger(); // written by the flusher
    private long number;

    /**
     * A segment without a number.
     *
     * @param memory direct or mapped, from {@link SegmentHeader#SEGMENT_BYTES_MIN} bytes on
     */
    public Segment(ByteBuffer memory) {
        this.memory = memory;
        bytes = memory.duplicate().order(ByteOrder.nativeOrder());
        buffer = new UnsafeBuffer(bytes);
    }

    /** Becomes the segment of this number, without a record: all zeros. Allocates nothing. */
    public Segment begin(long itsNumber) {
        number = itsNumber;
        if (committed.get() != 0) {
            buffer.setMemory(0, buffer.capacity(), (byte) 0);
        }
        committed.set(0);
        forced.set(0);
        return this;
    }

    /** Its number: each is one more than that before. */
    public long number() {
        return number;
    }

    /** The memory itself, whose position nobody uses. */
    public ByteBuffer memory() {
        return memory;
    }

    /** The writer's view. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** The writer's view. */
    UnsafeBuffer buffer() {
        return buffer;
    }

    /** Bytes of records and header. */
    public int capacity() {
        return buffer.capacity();
    }

    /** Up to where records are whole; 0 before the first. Any thread. */
    public int committed() {
        return committed.get();
    }

    void committed(int position) {
        committed.lazySet(position);
    }

    /** Up to where the disk has it. Any thread. */
    public int forced() {
        return forced.get();
    }

    /** Takes up to where the disk has it. One thread. */
    public void forced(int position) {
        forced.set(position);
    }
}
