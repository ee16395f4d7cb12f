package io.hayate.transport;

/**
 * What a thread that never sleeps does in a turn in which nothing had come and nothing was done. It must be
 * short, as what comes meanwhile waits for its end. On that thread; allocates nothing.
 */
@FunctionalInterface
public interface IdleTask {
    /** The task of a loop that has none. */
    IdleTask NONE = nowNs -> {};

    /**
     * A turn was idle.
     *
     * @param nowNs when it began, in ns of that thread's clock
     */
    void onIdle(long nowNs);

    /** This, and then another. */
    default IdleTask then(IdleTask other) {
        return nowNs -> {
            onIdle(nowNs);
            other.onIdle(nowNs);
        };
    }
}
