package io.hayate.run;

import io.hayate.engine.Engine;
import io.hayate.machine.ResultFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The file that {@code --summary-json} names: whether it can be is seen before anything starts. */
final class SummaryFile {
    private final Path file; // null when none is wanted
    private final boolean isPaper;

    /**
     * Looks at the file, or, where there is none yet, tries to make one and takes it away again.
     *
     * @param file null when none is wanted
     * @param isPaper whether orders are of paper
     * @throws io.hayate.model.ConfigException when there is no such folder, or the file cannot be written
     */
    SummaryFile(Path file, boolean isPaper) {
        this.file = file;
        this.isPaper = isPaper;
        ResultFiles.check("--summary-json", file);
    }

    /** Writes it, over that of a run before; nothing where none is wanted. */
    void write(Engine engine, URI url, Instant start, Instant end) throws IOException {
        if (file != null) {
            Files.writeString(file, new SummaryJson(engine, isPaper).text(url, start, end));
        }
    }
}
