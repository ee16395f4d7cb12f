package io.hayate.journal;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The first bytes of a segment, before its first record.
 *
 * <pre>
 * 0 magic 8 | format 4 | segment bytes 4 | 16 run 8 | segment number 8 | first record 8
 * 40 clock ms 8 | 48 CRC32C of 8 to 47 4 | _ 4 | 56 forced 8 | 64 records
 * </pre>
 *
 * <p>{@code forced} says up to where the disk is known to have the segment: the position in its lower half,
 * all of its bits turned in the upper one; 0 as long as nothing is known.
 */
public final class SegmentHeader {
    /** Bytes before the first record. */
    public static final int BYTES = 64;

    /** The format that this release writes: of 1 HOLDING and CURRENCY are of the account alone. */
    public static final int FORMAT = 2;

    /** The oldest format that this release reads. */
    public static final int FORMAT_MIN = 1;

    /** The smallest segment: the longest record fits three times. */
    public static final int SEGMENT_BYTES_MIN = 4 * JournalRecord.BYTES_MAX;

    /** The largest segment. */
    public static final int SEGMENT_BYTES_MAX = 1 << 30;

    /** Where {@link #forcedWord} lies. */
    public static final int FORCED_OFFSET = 56;

    static final long MAGIC = 0x0A4C4E4A45544159L; // "YATEJNL" and a line feed, in little endian
    static final int MAGIC_OFFSET = 0;
    static final int FORMAT_OFFSET = MAGIC_OFFSET + SIZE_OF_LONG;
    static final int SEGMENT_BYTES_OFFSET = FORMAT_OFFSET + SIZE_OF_INT;
    static final int RUN_OFFSET = SEGMENT_BYTES_OFFSET + SIZE_OF_INT;
    static final int SEGMENT_NUMBER_OFFSET = RUN_OFFSET + SIZE_OF_LONG;
    static final int FIRST_RECORD_OFFSET = SEGMENT_NUMBER_OFFSET + SIZE_OF_LONG;
    static final int CLOCK_MS_OFFSET = FIRST_RECORD_OFFSET + SIZE_OF_LONG;
    static final int CRC_OFFSET = CLOCK_MS_OFFSET + SIZE_OF_LONG;

    private SegmentHeader() {}

    /** Writes the header of a segment whose bytes are zeros. Allocates nothing. */
    static void write(Segment segment, long run, long firstRecord, long clockMs, CRC32C crc) {
        UnsafeBuffer buffer = segment.buffer();
        buffer.putInt(FORMAT_OFFSET, FORMAT);
        buffer.putInt(SEGMENT_BYTES_OFFSET, buffer.capacity());
        buffer.putLong(RUN_OFFSET, run);
        buffer.putLong(SEGMENT_NUMBER_OFFSET, segment.number());
        buffer.putLong(FIRST_RECORD_OFFSET, firstRecord);
        buffer.putLong(CLOCK_MS_OFFSET, clockMs);
        ByteBuffer bytes = segment.bytes();
        crc.reset();
        crc.update(bytes.limit(CRC_OFFSET).position(FORMAT_OFFSET));
        buffer.putInt(CRC_OFFSET, (int) crc.getValue());
        buffer.putLongOrdered(MAGIC_OFFSET, MAGIC); // last: with it all of the header is there
    }

    /** The word that says up to where the disk has the segment. */
    public static long forcedWord(int position) {
        return (long) ~position << Integer.SIZE | position;
    }

    /** The position in such a word; 0 for one that is none. */
    static int forcedPosition(long word) {
        int position = (int) word;
        return position > 0 && (int) (word >>> Integer.SIZE) == ~position ? position : 0;
    }
}
