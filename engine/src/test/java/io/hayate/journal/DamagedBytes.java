package io.hayate.journal;

import io.hayate.journal.memory.MemorySegments;
import java.nio.ByteBuffer;

/** A journal of one segment, which a test damages. */
final class DamagedBytes implements SegmentStore {
    final byte[] bytes;
    int size;

    DamagedBytes(byte[] bytes, int size) {
        this.bytes = bytes.clone();
        this.size = size;
    }

    /** What a journal of one segment holds. */
    static byte[] copyOf(MemorySegments memory) {
        ByteBuffer copy = ByteBuffer.allocate(SegmentHeader.SEGMENT_BYTES_MIN);
        try {
            memory.open(1).read(0, copy);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return copy.array();
    }

    @Override
    public long first() {
        return 1;
    }

    @Override
    public long last() {
        return 1;
    }

    @Override
    public SegmentBytes open(long number) {
        return number != 1 ? null : new Bytes();
    }

    private final class Bytes implements SegmentBytes {
        @Override
        public String name() {
            return "segment 1";
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int read(long position, ByteBuffer target) {
            if (position < 0 || position >= size) {
                return 0;
            }
            int length = (int) Math.min(target.remaining(), size - position);
            target.put(bytes, (int) position, length);
            return length;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
