package io.hayate.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Looks at the records of a segment that is in memory, as they were committed, beside its writer: for who
 * brings them to the disk. One thread; allocates nothing after construction.
 */
public final class SegmentWalk {
    /** Takes one record; valid until this returns. */
    @FunctionalInterface
    public interface RecordTaker {
        /** Takes one record; valid until this returns. */
        void onRecord(JournalRecord record);
    }

    private final ByteBuffer bytes;
    private final UnsafeBuffer buffer;
    private final CRC32C crc = new CRC32C();
    private final JournalRecord record = new JournalRecord();

    /** Over a segment, with a view of its own. */
    public SegmentWalk(Segment segment) {
        bytes = segment.memory().duplicate().order(ByteOrder.nativeOrder());
        buffer = new UnsafeBuffer(bytes);
    }

    /** The view, for who copies from it. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** Gives the records between two positions; returns where one is wrong, or {@code to}. */
    public int walk(int from, int to, RecordTaker taker) {
        int at = Math.max(from, SegmentHeader.BYTES);
        while (at < to) {
            int length = buffer.getIntVolatile(at);
            if (length < JournalRecord.BYTES_MIN || length > to - at || !isWhole(at, length)) {
                return at;
            }
            taker.onRecord(record.wrap(buffer, at, length));
            at += length;
        }
        return at;
    }

    private boolean isWhole(int at, int length) {
        int crcAt = at + length - JournalRecord.CRC_BYTES;
        crc.reset();
        crc.update(bytes.limit(crcAt).position(at + JournalRecord.TYPE_OFFSET));
        return buffer.getInt(crcAt) == (int) crc.getValue();
    }

    /** Writes down in the segment up to where the disk has it. */
    public void markForced(int position) {
        buffer.putLongOrdered(SegmentHeader.FORCED_OFFSET, SegmentHeader.forcedWord(position));
    }
}
