package io.hayate.session;

import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: exponential back-off with full jitter. One for each session;
 * the venue's limit on new connections is a {@link ConnectionBudget}. Loop thread.
 */
public final class ReconnectPolicy {
    private static final long NS_PER_MS = 1_000_000L;
    private static final int DOUBLINGS_MAX = 20;
    private static final int FIRST_LIVE_DELAY_MAX_MS = 3_000; // somebody waits for it

    private final SessionConfig config;
    private final RandomGenerator random;

    private int failures;

    public ReconnectPolicy(SessionConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /** The session came live: the next failure starts from the shortest delay. */
    public void onLive() {
        failures = 0;
    }

    /**
     * How long to wait, in ns, before the next attempt; grows with each call until LIVE.
     *
     * @param everLive false while the first LIVE is awaited: then the wait stays short
     */
    public long nextDelayNs(boolean everLive) {
        int delayMaxMs = config.reconnectDelay().maxMs();
        long ceilingMs =
                Math.min(
                        everLive ? delayMaxMs : Math.min(delayMaxMs, FIRST_LIVE_DELAY_MAX_MS),
                        (long) config.reconnectDelay().minMs()
                                << Math.min(failures, DOUBLINGS_MAX));
        failures++;
        return (long) (random.nextDouble() * (ceilingMs * NS_PER_MS));
    }
}
