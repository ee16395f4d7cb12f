package io.hayate.journal;

import io.hayate.journal.memory.MemorySegments;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Cuts a journal at every byte and alters every byte of it, and reads what is left: a program of its own,
 * as it is run with the flags of the product, under which buffers check no bounds.
 */
final class DamageTrial {
    private static final int ORDERS = 3;

    private final byte[] bytes;
    private final int used;
    private final List<byte[]> records = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final boolean isForced;
    private final boolean isClosed;
    private int cases;

    private DamageTrial(boolean isForced, boolean isClosed) {
        this.isForced = isForced;
        this.isClosed = isClosed;
        MemorySegments memory = new MemorySegments(SegmentHeader.SEGMENT_BYTES_MIN, 1);
        JournalFill fill = new JournalFill(memory);
        for (int i = 1; i <= ORDERS; i++) {
            fill.order(i);
        }
        fill.books(ORDERS, 1);
        if (isClosed) {
            fill.journal.close();
        }
        bytes = DamagedBytes.copyOf(memory);
        used = findRecords();
        if (isForced) {
            ByteBuffer.wrap(bytes)
                    .order(java.nio.ByteOrder.nativeOrder())
                    .putLong(SegmentHeader.FORCED_OFFSET, SegmentHeader.forcedWord(used));
        }
    }

    private int findRecords() {
        JournalReader reader = new JournalReader(new DamagedBytes(bytes, bytes.length));
        int at = SegmentHeader.BYTES;
        while (reader.next()) {
            starts.add(at);
            records.add(contentOf(reader.record()));
            at += reader.record().length();
        }
        return at;
    }

    private static byte[] contentOf(JournalRecord record) {
        byte[] content = new byte[record.length()];
        record.bytes().getBytes(0, content);
        return content;
    }

    public static void main(String[] args) {
        int cases = 0;
        for (boolean isForced : new boolean[] {false, true}) {
            for (boolean isClosed : new boolean[] {false, true}) {
                DamageTrial trial = new DamageTrial(isForced, isClosed);
                trial.cut();
                trial.alter(was -> was ^ 0xFF);
                trial.alter(was -> was ^ 0x01);
                trial.alter(was -> was ^ 0x80);
                trial.alter(was -> was == 0 ? 0x7F : 0);
                cases += trial.cases;
            }
        }
        System.out.println("cases " + cases);
    }

    private void cut() {
        for (int size = 0; size <= used + JournalRecord.BYTES_MIN; size++) {
            int whole = 0;
            while (whole < starts.size() && starts.get(whole) + records.get(whole).length <= size) {
                whole++;
            }
            boolean isWhole = isClosed && size >= used;
            JournalEnd end = read(new DamagedBytes(bytes, size), whole, "cut at " + size);
            expect(end == (isWhole ? JournalEnd.CLOSED : JournalEnd.DAMAGED), "cut at " + size);
        }
    }

    private void alter(IntUnaryOperator how) {
        for (int at = 0; at < used; at++) {
            DamagedBytes damaged = new DamagedBytes(bytes, bytes.length);
            damaged.bytes[at] = (byte) how.applyAsInt(bytes[at]);
            String what = "byte " + at + " altered to " + damaged.bytes[at];
            boolean isWithoutMeaning =
                    at >= SegmentHeader.CRC_OFFSET + 4 && at < SegmentHeader.BYTES;
            JournalEnd end =
                    read(damaged, isWithoutMeaning ? records.size() : wholeBefore(at), what);
            if (isWithoutMeaning) {
                expect(end == (isClosed ? JournalEnd.CLOSED : JournalEnd.OPEN), what);
            } else if (isForced || at < SegmentHeader.BYTES) {
                expect(end == JournalEnd.DAMAGED, what);
            } else {
                expect(end == JournalEnd.DAMAGED || end == JournalEnd.TORN, what);
            }
        }
    }

    private int wholeBefore(int at) {
        int whole = 0;
        while (whole < starts.size() && starts.get(whole) + records.get(whole).length <= at) {
            whole++;
        }
        return whole;
    }

    /** Reads all; there must be so many records, each as it was written. */
    private JournalEnd read(DamagedBytes damaged, int whole, String what) {
        cases++;
        try (JournalReader reader = new JournalReader(damaged)) {
            int read = 0;
            while (reader.next()) {
                expect(read < whole, what + ": one record too many");
                byte[] content = contentOf(reader.record());
                expect(
                        java.util.Arrays.equals(content, records.get(read)),
                        what + ": another record");
                touch(reader.record());
                read++;
            }
            expect(read == whole, what + ": " + read + " records in place of " + whole);
            expect(!reader.next(), what + ": it goes on after its end");
            JournalEnd end = reader.end();
            expect(!reader.place().isEmpty(), what + ": nothing is said");
            return end;
        }
    }

    private static void touch(JournalRecord record) {
        if (record.type().isRequest()) {
            new RequestRecord().wrap(record).text();
        } else if (record.type() == RecordType.STATE || record.type() == RecordType.BOOKS) {
            new NoteRecord().wrap(record).text();
        } else if (record.type() == RecordType.HOLDING) {
            new HoldingRecord().wrap(record).currency();
        } else if (record.type() == RecordType.CURRENCY) {
            new CurrencyRecord().wrap(record).currency();
        }
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(
                    what + " (forced " + isForced + ", closed " + isClosed + ")");
        }
    }
}
