package io.hayate.journal.file;

import io.hayate.model.Settings;
import java.nio.file.Path;

/**
 * How the journal is kept.
 *
 * @param flush when it must be on the disk
 * @param flushIntervalMs how often it is brought there
 * @param headDir a folder in memory for the segment in use; null to keep it in the state folder
 * @param segmentBytes of each file
 * @param keepDays after how many days a file may go
 * @param keepBytes how many bytes of files are kept, the latest ones
 * @param reserveBytes what is left free on the disk
 */
public record JournalConfig(
        FlushMode flush,
        int flushIntervalMs,
        Path headDir,
        int segmentBytes,
        int keepDays,
        long keepBytes,
        long reserveBytes) {
    /** Where there is memory that looks like a folder. */
    public static final Path SHARED_MEMORY = Path.of("/dev/shm");

    /** Bytes of a file, unless a test wants fewer. */
    public static final int SEGMENT_BYTES = 16 << 20;

    /** In place of a folder for the segment in use: the state folder. */
    public static final String OFF = "off";

    private static final long MIB = 1 << 20;
    private static final long TIB = 1L << 40;
    private static final long KEEP_BYTES = 512 * MIB;
    private static final long RESERVE_BYTES = 64 * MIB;
    private static final int INTERVAL_MS = 20;
    private static final int INTERVAL_MAX_MS = 1_000;
    private static final int KEEP_DAYS = 30;
    private static final int KEEP_DAYS_MAX = 10_000;

    public static final JournalConfig DEFAULTS =
            new JournalConfig(
                    FlushMode.INTERVAL,
                    INTERVAL_MS,
                    SHARED_MEMORY,
                    SEGMENT_BYTES,
                    KEEP_DAYS,
                    KEEP_BYTES,
                    RESERVE_BYTES);

    public JournalConfig {
        Settings.checkRangeMs(flushIntervalMs, 1, INTERVAL_MAX_MS, "journal.flush-interval");
        Settings.checkRange(keepDays, 1, KEEP_DAYS_MAX, "journal.keep-days");
        Settings.checkRange(keepBytes, 4L * segmentBytes, TIB, "journal.keep-bytes");
        Settings.checkRange(reserveBytes, 0, TIB, "journal.reserve-bytes");
    }

    /** True when a message waits until the disk has it. */
    public boolean isBeforeWire() {
        return flush == FlushMode.BEFORE_WIRE;
    }

    /** The same with segments of another size, and the least that is kept of them. */
    public JournalConfig withSegments(int bytes) {
        return new JournalConfig(flush, flushIntervalMs, headDir, bytes, keepDays, keepBytes, 0);
    }

    /** The same with another folder for the segment in use; null for the state folder. */
    public JournalConfig withHeadDir(Path folder) {
        return new JournalConfig(
                flush, flushIntervalMs, folder, segmentBytes, keepDays, keepBytes, reserveBytes);
    }
}
