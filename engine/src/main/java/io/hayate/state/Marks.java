package io.hayate.state;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.NanoClock;

/**
 * Where numbers that must never come twice are set apart: in files that outlive the run, or, for a
 * rehearsal, in memory alone. Any thread.
 */
public final class Marks {
    private final StateDir dir; // null keeps nothing
    private final String apiKey;
    private final NanoClock clock;

    /**
     * The marks of one API key.
     *
     * @param stateDir where they are kept; null for nowhere
     * @param clock says when a lock has been waited for long enough
     * @throws io.hayate.model.ConfigException when the folder cannot be made or written
     */
    public Marks(Path stateDir, String apiKey, NanoClock clock) {
        dir = stateDir == null ? null : StateDir.open(stateDir);
        this.apiKey = apiKey;
        this.clock = clock;
    }

    /** Sets numbers apart as {@link HighWaterMark} does, none above {@code limit}. */
    public NumberReserve reserve(String name, long limit) {
        return dir == null ? inMemory() : new HighWaterMark(dir, name, apiKey, limit, clock);
    }

    /**
     * A folder of this key's own, made if it is not there; null where nothing is kept.
     *
     * @throws io.hayate.model.ConfigException when it cannot be made or written
     */
    public Path folder(String name) {
        return dir == null ? null : StateDir.open(folder(dir.path(), name, apiKey)).path();
    }

    /** Where that folder of a key lies in a state folder, whether it is there or not. */
    public static Path folder(Path stateDir, String name, String apiKey) {
        return stateDir.resolve(name + "-" + HighWaterMark.hash(apiKey));
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
