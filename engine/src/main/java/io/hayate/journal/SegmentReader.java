package io.hayate.journal;

import java.io.IOException;
import org.agrona.DirectBuffer;

/**
 * Reads the records of one segment. Trusts no length, offset or size in it, and nothing to stay as it was:
 * what it gives was copied first and checked then.
 */
final class SegmentReader implements AutoCloseable {
    private static final int TRIES = 3; // a record may be written while it is read

    private final SegmentBytes segment;
    private final SegmentWindow window;
    private final JournalRecord record = new JournalRecord();
    private long segmentBytes;
    private long firstRecord;
    private long position = SegmentHeader.BYTES;
    private long expected; // number of the record at the position
    private RecordType lastType;
    private String trouble; // why there is no record at the position; null when nothing is there

    SegmentReader(SegmentBytes segment) {
        this.segment = segment;
        window = new SegmentWindow(segment);
    }

    /** Reads the header; false while nobody has written one. */
    boolean open(long number) throws IOException {
        int read = window.load(0);
        DirectBuffer header = window.buffer();
        if (read < SegmentHeader.BYTES) {
            throw complaint("is cut to " + read + " bytes");
        }
        if (header.getLong(SegmentHeader.MAGIC_OFFSET) == 0 && !hasFirstRecord(read)) {
            return false;
        }
        checkHeader(header);
        if (header.getLong(SegmentHeader.SEGMENT_NUMBER_OFFSET) != number) {
            long was = header.getLong(SegmentHeader.SEGMENT_NUMBER_OFFSET);
            throw complaint("holds segment " + was);
        }
        segmentBytes = header.getInt(SegmentHeader.SEGMENT_BYTES_OFFSET);
        firstRecord = header.getLong(SegmentHeader.FIRST_RECORD_OFFSET);
        expected = firstRecord;
        return true;
    }

    private boolean hasFirstRecord(int read) {
        return read >= SegmentHeader.BYTES + Integer.BYTES
                && window.buffer().getInt(SegmentHeader.BYTES) != 0;
    }

    private void checkHeader(DirectBuffer header) {
        if (header.getLong(SegmentHeader.MAGIC_OFFSET) != SegmentHeader.MAGIC) {
            throw complaint("is no segment of a journal of this kind of machine");
        }
        int format = header.getInt(SegmentHeader.FORMAT_OFFSET);
        int crc = header.getInt(SegmentHeader.CRC_OFFSET);
        boolean isWhole =
                crc == window.crc(0, SegmentHeader.FORMAT_OFFSET, SegmentHeader.CRC_OFFSET);
        boolean isRead = format >= SegmentHeader.FORMAT_MIN && format <= SegmentHeader.FORMAT;
        if (isWhole && !isRead) {
            throw complaint(
                    "is of format "
                            + format
                            + ": this release reads "
                            + SegmentHeader.FORMAT_MIN
                            + " to "
                            + SegmentHeader.FORMAT);
        }
        int bytes = header.getInt(SegmentHeader.SEGMENT_BYTES_OFFSET);
        boolean isSane =
                bytes >= SegmentHeader.SEGMENT_BYTES_MIN
                        && bytes <= SegmentHeader.SEGMENT_BYTES_MAX;
        if (!isWhole || !isSane || header.getLong(SegmentHeader.FIRST_RECORD_OFFSET) < 1) {
            throw complaint("has a damaged header");
        }
    }

    private JournalException complaint(String what) {
        return new JournalException(segment.name() + " " + what);
    }

    /** Goes to the next record; false when there is none, or none that is whole. */
    boolean next() throws IOException {
        boolean found = look();
        for (int tries = 1; !found && tries < TRIES; tries++) {
            window.load(position);
            found = look();
        }
        if (found) {
            lastType = record.type();
            position += record.length();
            expected++;
        }
        return found;
    }

    private boolean look() throws IOException {
        trouble = null;
        long left = segmentBytes - position;
        if (left < JournalRecord.BYTES_MIN) {
            return false;
        }
        if (!window.has(position, Integer.BYTES)) {
            trouble = lastType == RecordType.END ? null : "the file is cut there";
            return false;
        }
        int length = window.buffer().getInt(window.index(position));
        if (length == 0) {
            return false;
        }
        trouble = troubleOf(length, left);
        return trouble == null;
    }

    /** Points the flyweight at the record of this length; says what is wrong with it, or null. */
    private String troubleOf(int length, long left) throws IOException {
        boolean isSane = isLength(length) && length <= left;
        if (!isSane) {
            return "a record has the length " + length;
        }
        if (!window.has(position, length)) {
            return "the file is cut within a record";
        }
        if (!isWhole(position, length)) {
            return "the checksum of a record is wrong";
        }
        record.wrap(window.buffer(), window.index(position), length);
        if (record.number() != expected) {
            return "record " + expected + " is missing: there is " + record.number();
        }
        if (record.type() == null || record.version() != JournalRecord.VERSION) {
            return "record "
                    + expected
                    + " is of a type or version that this release does not know";
        }
        return null;
    }

    private static boolean isLength(int length) {
        return length >= JournalRecord.BYTES_MIN
                && length <= JournalRecord.BYTES_MAX
                && length % JournalRecord.ALIGNMENT == 0;
    }

    private boolean isWhole(long at, int length) {
        int crcAt = length - JournalRecord.CRC_BYTES;
        return window.buffer().getInt(window.index(at) + crcAt)
                == window.crc(at, JournalRecord.TYPE_OFFSET, crcAt);
    }

    JournalRecord record() {
        return record;
    }

    long firstRecord() {
        return firstRecord;
    }

    /** Number that the next record must have. */
    long expected() {
        return expected;
    }

    /** How the segment ends where no record follows, when it is the last of its journal. */
    JournalEnd end() throws IOException {
        long forced = forced();
        if (position < forced) {
            trouble = orNothing() + ", though the disk had the segment up to byte " + forced;
            return JournalEnd.DAMAGED;
        }
        if (lastType == RecordType.END && trouble == null) {
            return JournalEnd.CLOSED;
        }
        if (segment.size() < segmentBytes) {
            trouble = "the file is cut to " + segment.size() + " of " + segmentBytes + " bytes";
            return JournalEnd.DAMAGED;
        }
        return isZeroFrom(position) ? JournalEnd.OPEN : JournalEnd.TORN;
    }

    private String orNothing() {
        return trouble == null ? "there is no record" : trouble;
    }

    private long forced() throws IOException {
        if (window.load(0) < SegmentHeader.BYTES) {
            return 0;
        }
        return SegmentHeader.forcedPosition(window.buffer().getLong(SegmentHeader.FORCED_OFFSET));
    }

    private boolean isZeroFrom(long from) throws IOException {
        long at = from;
        int read = window.load(at);
        while (read > 0) {
            if (!window.isZero()) {
                return false;
            }
            at += read;
            read = window.load(at);
        }
        return true;
    }

    /** Where the reading stopped and why, for a person. */
    String place() {
        return segment.name() + ", byte " + position + ": " + orNothing();
    }

    @Override
    public void close() {
        try {
            segment.close();
        } catch (IOException e) {
            throw new JournalException(segment.name() + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
