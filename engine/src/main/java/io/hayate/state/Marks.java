package io.hayate.engine;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where numbers that must never come twice are set apart: in files that outlive the run, or, for a
 * rehearsal, in memory alone. Any thread.
 */
final class Marks {
    private final StateDir dir; // null keeps nothing
    private final String apiKey;

    /**
     * The marks of one API key.
     *
     * @param stateDir where they are kept; null for nowhere
     * @throws io.hayate.model.ConfigException when the folder cannot be made or written
     */
    Marks(Path stateDir, String apiKey) {
        dir = stateDir == null ? null : StateDir.open(stateDir);
        this.apiKey = apiKey;
    }

    /** Sets numbers apart as {@link HighWaterMark} does, none above {@code limit}. */
    NumberReserve reserve(String name, long limit) {
        return dir == null ? inMemory() : new HighWaterMark(dir, name, apiKey, limit);
    }

    private static NumberReserve inMemory() {
        AtomicLong mark = new AtomicLong(-1);
        return (atLeast, count, end) -> {
            long first = Math.max(atLeast, mark.get() + 1);
            mark.set(Math.max(first + count, end) - 1);
            return first;
        };
    }
}
