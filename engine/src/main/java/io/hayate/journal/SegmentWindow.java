package io.hayate.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A part of a segment, copied: what is looked at in it cannot change, nor go away. */
final class SegmentWindow {
    private static final int BYTES = 2 * JournalRecord.BYTES_MAX;

    private final SegmentBytes segment;
    private final byte[] bytes = new byte[BYTES];
    private final ByteBuffer target = ByteBuffer.wrap(bytes);
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final CRC32C crc = new CRC32C();
    private long start;
    private int length;

    SegmentWindow(SegmentBytes segment) {
        this.segment = segment;
    }

    DirectBuffer buffer() {
        return buffer;
    }

    /** Where a position of the segment lies in the buffer; it must be in the window. */
    int index(long position) {
        return (int) (position - start);
    }

    /** True when these bytes are in the window, after reading them if need be. */
    boolean has(long position, int count) throws IOException {
        return holds(position, count) || load(position) >= count;
    }

    private boolean holds(long position, int count) {
        return position >= start && position + count <= start + length;
    }

    /** Reads as much as there is from there on, anew; returns how many bytes. */
    int load(long position) throws IOException {
        start = position;
        target.clear();
        while (target.hasRemaining() && segment.read(start + target.position(), target) > 0) {
            // until the window is full, or the segment ends
        }
        length = target.position();
        return length;
    }

    int crc(long position, int from, int to) {
        crc.reset();
        crc.update(bytes, index(position) + from, to - from);
        return (int) crc.getValue();
    }

    /** True when what was read, some bytes at least, is all zeros. */
    boolean isZero() {
        return length > 0 && bytes[0] == 0 && Arrays.equals(bytes, 0, length - 1, bytes, 1, length);
    }
}
