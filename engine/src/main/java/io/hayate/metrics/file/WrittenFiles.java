package io.hayate.metrics.file;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files whose locks this process holds, all of its engines together: a lock is the process's, and goes with
 * the first channel of that file that is closed. Any thread.
 */
final class WrittenFiles {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    private WrittenFiles() {}

    /** Notes one; false when it is noted already. */
    static boolean add(Path file) {
        return FILES.add(key(file));
    }

    static void remove(Path file) {
        FILES.remove(key(file));
    }

    static boolean isOfThisProcess(Path file) {
        return FILES.contains(key(file));
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
