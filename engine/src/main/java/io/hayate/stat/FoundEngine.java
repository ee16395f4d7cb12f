package io.hayate.stat;

import io.hayate.metrics.file.CountersImage;
import java.nio.file.Path;

/**
 * An engine whose counters were found.
 *
 * @param file where they lie
 * @param isRunning whether its process lives
 * @param image what they said when it was found
 */
public record FoundEngine(Path file, boolean isRunning, CountersImage image) {
    /** Number of its process. */
    public long pid() {
        return image.header().pid();
    }

    /** Its state folder, as it says. */
    public Path stateDir() {
        return Path.of(image.header().text("state"));
    }
}
