package io.hayate.journal.memory;

import io.hayate.journal.Segment;
import io.hayate.journal.SegmentBytes;
import io.hayate.journal.SegmentSource;
import io.hayate.journal.SegmentStore;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.agrona.BufferUtil;

/**
 * Segments that live as long as this process: for a simulation, or a rehearsal. The oldest makes way once
 * there are as many as may be. One thread.
 */
public final class MemorySegments implements SegmentSource, SegmentStore {
    private static final int ALIGNMENT = 64;

    private final int bytes;
    private final int countMax;
    private final ArrayDeque<Segment> segments = new ArrayDeque<>();
    private long numbers;
    private long firstRecord = 1;

    /**
     * No segment yet.
     *
     * @param bytes of each
     * @param countMax how many are kept, the one that is written included
     */
    public MemorySegments(int bytes, int countMax) {
        this.bytes = bytes;
        this.countMax = countMax;
    }

    @Override
    public long firstRecord() {
        return firstRecord;
    }

    /** The next writer's first record has this number: another has written those before. */
    public void goOn(long record) {
        firstRecord = record;
    }

    @Override
    public Segment take() {
        Segment next =
                segments.size() < countMax
                        ? new Segment(BufferUtil.allocateDirectAligned(bytes, ALIGNMENT))
                        : segments.removeFirst();
        segments.addLast(next.begin(++numbers));
        return next;
    }

    @Override
    public void giveBack(Segment full) {
        // it is kept until its memory is wanted
    }

    @Override
    public boolean isSound() {
        return true;
    }

    @Override
    public boolean awaitForced(Segment segment, int position) {
        return true;
    }

    @Override
    public long first() {
        return segments.isEmpty() ? 0 : segments.getFirst().number();
    }

    @Override
    public long last() {
        return numbers;
    }

    @Override
    public SegmentBytes open(long number) {
        for (Segment each : segments) {
            if (each.number() == number) {
                return new MemoryBytes(each);
            }
        }
        return null;
    }

    private record MemoryBytes(Segment segment) implements SegmentBytes {
        @Override
        public String name() {
            return "segment " + segment.number();
        }

        @Override
        public long size() {
            return segment.capacity();
        }

        @Override
        public int read(long position, ByteBuffer target) {
            if (position < 0 || position >= segment.capacity()) {
                return 0;
            }
            int length = (int) Math.min(target.remaining(), segment.capacity() - position);
            ByteBuffer memory = segment.memory().duplicate();
            target.put(memory.limit((int) position + length).position((int) position));
            return length;
        }

        @Override
        public void close() {
            // its memory is somebody else's
        }
    }
}
