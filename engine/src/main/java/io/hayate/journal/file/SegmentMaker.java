package io.hayate.journal.file;

import io.hayate.journal.JournalException;
import io.hayate.metrics.Incidents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;

/**
 * Makes segments ahead, where there is room for them and a reserve: in memory if that has it, else in the
 * folder alone. The journal's own thread.
 */
final class SegmentMaker {
    private static final int MIB = 1 << 20;

    private final JournalConfig config;
    private final JournalFolder folder;
    private final DiskSpace space;
    private final HeadFolder head; // null where there is none
    private final ArrayDeque<SegmentFile.HeadFile> spares = new ArrayDeque<>();
    private long next;
    private boolean isHeadTold;

    SegmentMaker(JournalConfig config, JournalFolder folder, DiskSpace space, long next) {
        this.config = config;
        this.folder = folder;
        this.space = space;
        this.next = next;
        head = hasHead(config.headDir()) ? new HeadFolder(config.headDir(), folder) : null;
    }

    /** Where there is no memory that looks like a folder, nobody asked for it. */
    private static boolean hasHead(Path headDir) {
        boolean isUsual = JournalConfig.SHARED_MEMORY.equals(headDir);
        return headDir != null && (!isUsual || Files.isDirectory(headDir));
    }

    /**
     * Makes the next one.
     *
     * @throws JournalException when the disk has too little room
     */
    SegmentFile make(Incidents incidents) throws IOException {
        long usable = space.usable(folder.path());
        if (usable < config.segmentBytes() + config.reserveBytes()) {
            throw new JournalException(
                    folder.path()
                            + " has too little room: "
                            + usable / MIB
                            + " MiB are free, "
                            + (config.segmentBytes() + config.reserveBytes()) / MIB
                            + " MiB are needed");
        }
        SegmentFile.HeadFile made = headFile(incidents);
        try {
            return SegmentFile.make(folder.segment(next), made, next++, config.segmentBytes());
        } catch (IOException e) {
            next--;
            if (made != null) {
                made.discard();
            }
            throw e;
        }
    }

    /** Where the next one lies in memory; null for nowhere. */
    private SegmentFile.HeadFile headFile(Incidents incidents) {
        if (head == null) {
            return null;
        }
        try {
            Path in = head.make();
            SegmentFile.HeadFile spare = spares.poll();
            if (spare != null) {
                return reuse(spare, JournalFolder.head(in, next));
            }
            long usable = space.usable(in);
            if (usable >= 2L * config.segmentBytes()) {
                return SegmentFile.HeadFile.make(
                        JournalFolder.head(in, next), config.segmentBytes());
            }
            tellHead("only " + usable / MIB + " MiB are free", incidents);
        } catch (IOException e) {
            tellHead(FileReasons.of(e), incidents);
        }
        return null;
    }

    private static SegmentFile.HeadFile reuse(SegmentFile.HeadFile spare, Path to)
            throws IOException {
        try {
            return spare.reuse(to);
        } catch (IOException e) {
            spare.discard();
            throw e;
        }
    }

    /** Takes the memory of a segment that has ended, for one to come; null for none. */
    void keep(SegmentFile.HeadFile spare) {
        if (spare != null) {
            spares.add(spare);
        }
    }

    private void tellHead(String why, Incidents incidents) {
        if (!isHeadTold) {
            isHeadTold = true;
            incidents.tell(
                    "journal: journal.head-dir is not used, which makes writing slower: "
                            + config.headDir()
                            + ": "
                            + why);
        }
    }

    /** Leaves nothing in memory. */
    void close() throws IOException {
        for (SegmentFile.HeadFile spare : spares) {
            spare.discard();
        }
        if (head != null) {
            head.delete();
            Files.deleteIfExists(folder.headPointer());
        }
    }
}
