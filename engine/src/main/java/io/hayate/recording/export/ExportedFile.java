package io.hayate.recording.export;

import java.nio.file.Path;

/**
 * A file that was made.
 *
 * @param type {@code trades}, {@code quotes}, {@code incremental_book_L2} or {@code events}
 * @param symbol such as {@code tBTCUSD}
 * @param frames of the recording that are in it
 */
public record ExportedFile(Path path, String type, String symbol, long rows, long frames) {}
