package io.hayate.journal.file;

import io.hayate.journal.JournalException;
import io.hayate.journal.Segment;
import io.hayate.journal.SegmentHeader;
import io.hayate.journal.SegmentWalk;
import io.hayate.journal.past.UnendedOrders;
import io.hayate.machine.OwnerFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A segment as its files: one on the disk, and one in memory where there is such a folder. Both are filled
 * with zeros, written as any file is, before one of them is mapped: a mapped file without its bytes on
 * the disk ends the process when that is full. The journal's own thread.
 */
final class SegmentFile {
    private static final int PAGE_BYTES = 4_096;
    private static final int ZEROS_BYTES = 1 << 20;

    private final Path file;
    private final HeadFile head; // null where the file itself is mapped
    private final FileChannel channel;
    private final MappedByteBuffer mapped;
    private final Segment segment;
    private final SegmentWalk walk;
    private int copied;

    private SegmentFile(Path file, HeadFile head, FileChannel channel, MappedByteBuffer mapped) {
        this.file = file;
        this.head = head;
        this.channel = channel;
        this.mapped = mapped;
        segment = new Segment(mapped);
        walk = new SegmentWalk(segment);
    }

    /** Makes the file of a segment, over memory that was made for it; null to map the file itself. */
    static SegmentFile make(Path file, HeadFile head, long number, int bytes) throws IOException {
        makeZeros(file, bytes);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            MappedByteBuffer mapped = head == null ? map(channel, bytes) : head.mapped();
            SegmentFile made = new SegmentFile(file, head, channel, mapped);
            made.segment.begin(number);
            return made;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** A file in memory for the segment in use, mapped. */
    record HeadFile(Path path, MappedByteBuffer mapped) {
        /** Makes one. */
        static HeadFile make(Path path, int bytes) throws IOException {
            makeZeros(path, bytes);
            try (FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return new HeadFile(path, map(channel, bytes));
            } catch (IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        }

        /** Gives it a name under which nobody looks for records: the disk has them. */
        HeadFile spare() throws IOException {
            Path name = unfinished(path);
            Files.move(path, name, StandardCopyOption.ATOMIC_MOVE);
            return new HeadFile(name, mapped);
        }

        /** Makes a spare one that of another segment, all zeros; its memory is at hand already. */
        HeadFile reuse(Path to) throws IOException {
            new UnsafeBuffer(mapped).setMemory(0, mapped.capacity(), (byte) 0);
            Files.move(path, to, StandardCopyOption.ATOMIC_MOVE);
            return new HeadFile(to, mapped);
        }

        /** Takes it away. */
        void discard() throws IOException {
            IoUtil.unmap(mapped);
            Files.deleteIfExists(path);
        }
    }

    /** Under another name until it is whole: a short file of this name is one that was cut. */
    private static void makeZeros(Path file, int bytes) throws IOException {
        Path next = unfinished(file);
        Files.deleteIfExists(next);
        try (FileChannel channel =
                OwnerFiles.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(ZEROS_BYTES, bytes));
            for (int left = bytes; left > 0; ) {
                zeros.clear().limit(Math.min(left, zeros.capacity()));
                left -= channel.write(zeros);
            }
            channel.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(next);
            throw e;
        }
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + JournalFolder.UNFINISHED);
    }

    /** Each page is touched: none is found missing while a record is written. */
    private static MappedByteBuffer map(FileChannel channel, int bytes) throws IOException {
        MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
        for (int at = 0; at < bytes; at += PAGE_BYTES) {
            mapped.put(at, (byte) 0);
        }
        return mapped;
    }

    Path path() {
        return file;
    }

    /** False when somebody has taken the file away. */
    boolean exists() {
        return Files.exists(file);
    }

    Segment segment() {
        return segment;
    }

    boolean isBegun() {
        return segment.committed() > 0;
    }

    /** True when the disk has all that was committed so far. */
    boolean isFlushed() {
        return copied >= segment.committed();
    }

    /**
     * Brings to the disk what was committed since the last time.
     *
     * @param orders told each record
     * @throws JournalException when what lies in memory is no record any more
     */
    void flush(UnendedOrders orders) throws IOException {
        int to = segment.committed();
        if (to == copied) {
            return;
        }
        orders.segment(segment.number());
        int whole = walk.walk(copied, to, orders);
        copy(copied, to);
        if (whole < to) {
            throw new JournalException(
                    (head == null ? file : head.path()) + " is altered in memory at byte " + whole);
        }
        copied = to;
        segment.forced(to);
        walk.markForced(to);
        if (head != null) {
            write(SegmentHeader.FORCED_OFFSET, SegmentHeader.BYTES);
        }
    }

    private void copy(int from, int to) throws IOException {
        if (head == null) {
            mapped.force(from, to - from);
        } else {
            write(from, to);
            channel.force(false);
        }
    }

    private void write(int from, int to) throws IOException {
        ByteBuffer bytes = walk.bytes().limit(to).position(from);
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    /** Ends what only its writer needs; the file on the disk stays. Returns its memory; null for none. */
    HeadFile retire() throws IOException {
        channel.force(true);
        channel.close();
        if (head == null) {
            IoUtil.unmap(mapped);
            return null;
        }
        return head.spare();
    }

    /** As above, when nothing follows: what was not used of the file goes. */
    void retireLast() throws IOException {
        channel.truncate(segment.committed());
        channel.force(true);
        close();
    }

    /** Takes it away: nobody has begun it. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    private void close() throws IOException {
        channel.close();
        if (head == null) {
            IoUtil.unmap(mapped);
        } else {
            head.discard();
        }
    }
}
