package io.hayate.journal.file;

import io.hayate.journal.SegmentBytes;
import io.hayate.journal.SegmentHeader;
import io.hayate.machine.OwnerFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Brings to the disk what the run before had in memory when it was ended at once. What lies in memory holds
 * all that the disk has of the same segment, and more.
 */
final class HeadRecovery {
    private static final int COPY_BYTES = 1 << 20;

    private HeadRecovery() {}

    /** Does so for each segment in memory; says what is wrong with one, or null. */
    static String recover(JournalFolder folder) throws IOException {
        Path headFolder = folder.headFolder();
        if (headFolder == null) {
            return null;
        }
        String damage = null;
        for (long number : JournalFolder.headNumbers(headFolder)) {
            String wrong = recover(folder, JournalFolder.head(headFolder, number), number);
            damage = damage == null ? wrong : damage;
        }
        JournalFolder.removeUnfinishedHeads(headFolder);
        return damage;
    }

    private static String recover(JournalFolder folder, Path head, long number) throws IOException {
        Path file = folder.segment(number);
        try (SegmentBytes bytes = new FileBytes(head)) {
            if (JournalFolder.isBegun(bytes)) {
                if (!isOf(bytes, file)) {
                    return head
                            + " is not the segment that "
                            + file
                            + " is: one must be moved away";
                }
                copy(bytes, file);
            }
        }
        Files.delete(head);
        return null;
    }

    /** True when the disk has the same segment, or has not been told of it yet. */
    private static boolean isOf(SegmentBytes head, Path file) throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        try (SegmentBytes known = new FileBytes(file)) {
            return !JournalFolder.isBegun(known) || start(known).equals(start(head));
        }
    }

    private static ByteBuffer start(SegmentBytes bytes) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(SegmentHeader.FORCED_OFFSET);
        while (start.hasRemaining() && bytes.read(start.position(), start) > 0) {
            // until it is full, or the file ends
        }
        return start.flip();
    }

    private static void copy(SegmentBytes head, Path file) throws IOException {
        ByteBuffer some = ByteBuffer.allocateDirect(COPY_BYTES);
        try (FileChannel target =
                OwnerFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = 0;
            while (head.read(at, some.clear()) > 0) {
                some.flip();
                while (some.hasRemaining()) {
                    at += target.write(some, at);
                }
            }
            target.force(true);
        }
    }
}
