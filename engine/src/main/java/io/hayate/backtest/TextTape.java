package io.hayate.backtest;

import io.hayate.recording.EntryKind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Texts in memory, read once and given to many simulations. Up to a bound; filled by one thread, then
 * read by any number.
 *
 * <pre>time ns 8 | lag us 8 | connection 4 | kind 4 | length 4 | text, to 8 bytes</pre>
 */
final class TextTape {
    private static final int CHUNK_BYTES = 8 << 20;
    private static final int LAG_OFFSET = Long.BYTES;
    private static final int CONNECTION_OFFSET = LAG_OFFSET + Long.BYTES;
    private static final int KIND_OFFSET = CONNECTION_OFFSET + Integer.BYTES;
    private static final int LENGTH_OFFSET = KIND_OFFSET + Integer.BYTES;
    private static final int HEADER_BYTES = LENGTH_OFFSET + Integer.BYTES;
    private static final int SLACK_BYTES = 8;
    private static final int OPEN = 1;
    private static final int IN = 2;
    private static final int CLOSE = 3;

    private final long bytesMax;
    private final List<UnsafeBuffer> chunks = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>(); // of what each holds
    private UnsafeBuffer chunk;
    private int end;
    private long bytes;

    TextTape(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Adds what the source stands at; false when there is no room. */
    boolean add(TextSource source) {
        int needed = needed(source.length());
        if (chunk == null || end + needed > chunk.capacity()) {
            int capacity = Math.max(CHUNK_BYTES, needed);
            if (bytes + capacity > bytesMax) {
                return false;
            }
            bytes += capacity;
            finish();
            chunk = new UnsafeBuffer(new byte[capacity]);
            chunks.add(chunk);
            end = 0;
        }
        chunk.putLong(end, source.timeNs());
        chunk.putLong(end + LAG_OFFSET, source.lagUs());
        chunk.putInt(end + CONNECTION_OFFSET, source.connection());
        chunk.putInt(end + KIND_OFFSET, code(source.kind()));
        chunk.putInt(end + LENGTH_OFFSET, source.length());
        chunk.putBytes(end + HEADER_BYTES, source.text(), source.offset(), source.length());
        end += needed;
        return true;
    }

    private static int needed(int length) {
        return BitUtil.align(HEADER_BYTES + length + SLACK_BYTES, Long.BYTES);
    }

    private static int code(EntryKind kind) {
        return kind == EntryKind.IN ? IN : kind == EntryKind.OPEN ? OPEN : CLOSE;
    }

    /** Nothing more is added. */
    void finish() {
        if (chunk != null) {
            ends.add(end);
        }
    }

    /** Writes all of it: how many chunks, and each with its length. */
    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(chunks.size());
        for (int i = 0; i < chunks.size(); i++) {
            out.writeInt(ends.get(i));
            out.write(chunks.get(i).byteArray(), 0, ends.get(i));
        }
    }

    /** Fills an empty one with what another has written; false when there is no room. */
    boolean readFrom(DataInputStream in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            int size = in.readInt();
            bytes += size;
            if (size < 0 || bytes > bytesMax) {
                return false;
            }
            byte[] read = in.readNBytes(size);
            if (read.length < size) {
                throw new EOFException();
            }
            chunks.add(new UnsafeBuffer(read));
            ends.add(size);
        }
        return true;
    }

    /** A reader from the first on. */
    TextSource reader() {
        return new Reader();
    }

    /** Reads all of it; of each thread its own. */
    private final class Reader implements TextSource {
        private int next;
        private UnsafeBuffer from;
        private int at;
        private int until;
        private int length;

        @Override
        public boolean next() {
            at += from == null ? 0 : needed(length);
            if (at == until) {
                if (next == chunks.size()) {
                    return false;
                }
                from = chunks.get(next);
                until = ends.get(next++);
                at = 0;
            }
            length = from.getInt(at + LENGTH_OFFSET);
            return true;
        }

        @Override
        public long timeNs() {
            return from.getLong(at);
        }

        @Override
        public EntryKind kind() {
            return switch (from.getInt(at + KIND_OFFSET)) {
                case IN -> EntryKind.IN;
                case OPEN -> EntryKind.OPEN;
                default -> EntryKind.CLOSE;
            };
        }

        @Override
        public int connection() {
            return from.getInt(at + CONNECTION_OFFSET);
        }

        @Override
        public long lagUs() {
            return from.getLong(at + LAG_OFFSET);
        }

        @Override
        public DirectBuffer text() {
            return from;
        }

        @Override
        public int offset() {
            return at + HEADER_BYTES;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public void close() {}
    }
}
