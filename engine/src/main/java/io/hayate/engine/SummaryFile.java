package io.hayate.engine;

import io.hayate.model.ConfigException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The file that {@code --summary-json} names: its folder is looked at before anything starts. */
final class SummaryFile {
    private final Path file; // null when none is wanted

    /**
     * Looks at the folder of the file.
     *
     * @param file null when none is wanted
     * @throws ConfigException when there is no such folder, or the file is one itself
     */
    SummaryFile(Path file) {
        this.file = file;
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new ConfigException(
                    "--summary-json must be a file in a folder that exists: was " + file);
        }
    }

    /** Writes it, over that of a run before; nothing where none is wanted. */
    void write(Engine engine, URI url, Instant start, Instant end) throws IOException {
        if (file != null) {
            Files.writeString(file, new SummaryJson(engine).text(url, start, end));
        }
    }
}
