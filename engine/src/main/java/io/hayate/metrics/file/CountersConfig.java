package io.hayate.metrics.file;

import java.nio.file.Path;

/**
 * Where a run keeps its counters.
 *
 * @param place whether in a file in memory
 * @param dir the folder in memory in which each user has one; of no use for {@link Place#MEMORY}
 */
public record CountersConfig(Place place, Path dir) {
    /** Memory that looks like a folder, on Linux. */
    public static final Path DIR = Path.of("/dev/shm");

    /** What a run does unless the settings say otherwise. */
    public static final CountersConfig DEFAULTS = new CountersConfig(Place.AUTO, DIR);

    /** Whether counters lie in a file. */
    public enum Place {
        /** In a file in memory where there is such a folder and room in it. */
        AUTO,
        /** In the process's own memory, which is copied into the state folder once a second. */
        MEMORY
    }
}
