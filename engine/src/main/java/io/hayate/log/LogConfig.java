package io.hayate.log;

import io.hayate.model.Settings;
import java.nio.file.Path;

/**
 * Whether and where the log is written.
 *
 * @param file the file in use; those before it have a number behind its name
 * @param fileBytesMax a file that has so many bytes is followed by another
 * @param files how many are kept, the one in use included
 */
public record LogConfig(
        boolean isEnabled, Path file, LogFormat format, long fileBytesMax, int files) {
    /** What a file holds unless a setting says otherwise. */
    public static final long FILE_BYTES = 16 << 20;

    /** How many files are kept unless a setting says otherwise. */
    public static final int FILES = 8;

    private static final long FILE_BYTES_MIN = 64 << 10;
    private static final long FILE_BYTES_MAX = 4L << 30;
    private static final int FILES_MAX = 1_000;

    public LogConfig {
        Settings.checkRange(fileBytesMax, FILE_BYTES_MIN, FILE_BYTES_MAX, "log.file-size");
        Settings.checkRange(files, 1, FILES_MAX, "log.files");
    }
}
