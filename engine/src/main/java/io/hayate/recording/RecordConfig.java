package io.hayate.recording;

import io.hayate.model.Settings;
import java.nio.file.Path;

/**
 * Whether and how a run is recorded.
 *
 * @param isEnabled true to record
 * @param folder where the files go
 * @param bufferBytes what may wait to be written, a power of two
 * @param fileBytesMax bytes of a file on the disk, after which another begins
 */
public record RecordConfig(boolean isEnabled, Path folder, int bufferBytes, long fileBytesMax) {
    /** What waits at most, unless the settings say otherwise. */
    public static final int BUFFER_BYTES = 8 << 20;

    /** Size of a file, unless the settings say otherwise. */
    public static final int FILE_BYTES = 256 << 20;

    private static final int BUFFER_BYTES_MIN = 1 << 20;
    private static final int BUFFER_BYTES_MAX = 1 << 28;
    private static final int FILE_BYTES_MIN = 1 << 20;

    public RecordConfig {
        Settings.check(
                bufferBytes >= BUFFER_BYTES_MIN
                        && bufferBytes <= BUFFER_BYTES_MAX
                        && Integer.bitCount(bufferBytes) == 1,
                "record.buffer-size",
                "must be a power of two from 1 MiB to 256 MiB",
                bufferBytes);
        Settings.check(
                fileBytesMax >= FILE_BYTES_MIN,
                "record.file-size",
                "must be at least 1 MiB",
                fileBytesMax);
    }

    /** Nothing is recorded. */
    public static RecordConfig off(Path folder) {
        return new RecordConfig(false, folder, BUFFER_BYTES, FILE_BYTES);
    }
}
