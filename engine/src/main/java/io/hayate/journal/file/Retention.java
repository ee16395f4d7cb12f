package io.hayate.journal.file;

import io.hayate.machine.OwnerFiles;
import io.hayate.metrics.Incidents;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Removes the oldest files of a journal once they are too old or too many, but never one that an order
 * without an end was begun in, or from which on the books are whole, nor a later one. The journal's own thread.
 */
final class Retention {
    private static final int NOT_COUNTED = 3; // the one in use and those that are ready

    private final JournalConfig config;
    private final JournalFolder folder;
    private final Incidents incidents;
    private boolean isHeldTold;
    private boolean isTroubleTold;

    Retention(JournalConfig config, JournalFolder folder, Incidents incidents) {
        this.config = config;
        this.folder = folder;
        this.incidents = incidents;
    }

    /** Removes what may go. */
    void prune(long neededSegment, long nowMs) {
        try {
            List<Long> numbers = folder.numbers();
            long bytes = bytes(numbers);
            for (int i = 0; i + NOT_COUNTED < numbers.size(); i++) {
                long number = numbers.get(i);
                if (!isPast(number, bytes, nowMs)) {
                    return;
                }
                if (number >= neededSegment) {
                    tellHeld(number);
                    return;
                }
                bytes -= Files.size(folder.segment(number));
                remove(number, nowMs);
            }
        } catch (IOException e) {
            tellTrouble(FileReasons.of(e));
        }
    }

    private boolean isPast(long number, long bytes, long nowMs) throws IOException {
        long writtenMs = Files.getLastModifiedTime(folder.segment(number)).toMillis();
        return bytes > config.keepBytes()
                || nowMs - writtenMs > TimeUnit.DAYS.toMillis(config.keepDays());
    }

    private long bytes(List<Long> numbers) throws IOException {
        long bytes = 0;
        for (long number : numbers) {
            bytes += Files.size(folder.segment(number));
        }
        return bytes;
    }

    /** What is told first is what will hold, whatever ends the process between the two. */
    private void remove(long number, long nowMs) throws IOException {
        String words = "removed up to segment " + number + " at " + Instant.ofEpochMilli(nowMs);
        OwnerFiles.replace(folder.prunedFile(), words + "\n");
        Files.deleteIfExists(folder.segment(number));
    }

    private void tellHeld(long number) {
        if (!isHeldTold) {
            isHeldTold = true;
            incidents.tell(
                    "journal: "
                            + folder.segment(number)
                            + " is kept beyond journal.keep-days or journal.keep-bytes:"
                            + " an order of it has no end, or no later one has the books whole");
        }
    }

    private void tellTrouble(String why) {
        if (!isTroubleTold) {
            isTroubleTold = true;
            incidents.tell("journal: old files cannot be removed: " + why);
        }
    }
}
