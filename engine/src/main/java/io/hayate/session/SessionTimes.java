package io.hayate.session;

import io.hayate.model.SessionState;
import org.agrona.concurrent.NanoClock;

/** What is due when in a session: attempts, answers, heartbeats. Loop thread. */
final class SessionTimes {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long MAINTENANCE_MAX_NS = 150_000 * NS_PER_MS; // the venue says 120 s

    private static final long LOOK_NS = 100 * NS_PER_MS; // deadlines of channels are seconds
    private static final long QUIET_NS = 30_000 * NS_PER_MS; // seen of a healthy one: 24.6 s

    private final NanoClock clock;
    private final long connectTimeoutNs;
    private final long answerTimeoutNs;
    private final long heartbeatTimeoutNs;
    private final long startNs;

    private long nextConnectNs;
    private boolean socketInUse;
    private long stepNs;
    private long lastFrameNs;
    private long nextLookNs;

    SessionTimes(SessionConfig.Timeouts timeouts, NanoClock clock) {
        this.clock = clock;
        connectTimeoutNs = timeouts.connectMs() * NS_PER_MS;
        answerTimeoutNs = timeouts.answerMs() * NS_PER_MS;
        heartbeatTimeoutNs = timeouts.heartbeatMs() * NS_PER_MS;
        startNs = clock.nanoTime();
        nextConnectNs = startNs;
        nextLookNs = startNs;
    }

    long nowNs() {
        return clock.nanoTime();
    }

    long heartbeatTimeoutNs() {
        return heartbeatTimeoutNs;
    }

    boolean isConnectDue(long nowNs) {
        return !socketInUse && nowNs - nextConnectNs >= 0;
    }

    void onConnect() {
        socketInUse = true;
    }

    void connectAfter(long nowNs, long delayNs) {
        nextConnectNs = nowNs + delayNs;
    }

    void onSocketClosed() {
        socketInUse = false;
    }

    /** True while the transport has a connection, or an attempt at one, that is not over. */
    boolean isSocketInUse() {
        return socketInUse;
    }

    /** A step of the conversation: its answer is due anew. */
    void onStep() {
        stepNs = clock.nanoTime();
        lastFrameNs = stepNs;
    }

    void onFrame(long receiveTimeNs) {
        lastFrameNs = receiveTimeNs;
    }

    /** True when it is time to look at all channels again, which is then taken as done. */
    boolean takeLook(long nowNs) {
        if (nowNs - nextLookNs < 0) {
            return false;
        }
        nextLookNs = nowNs + LOOK_NS;
        return true;
    }

    /** True when the time for the first LIVE is over. */
    boolean isBudgetSpent(long nowNs) {
        return nowNs - startNs > connectTimeoutNs;
    }

    /** True when nothing at all has come for longer than a healthy connection is silent. */
    boolean isQuiet(long nowNs) {
        return nowNs - lastFrameNs > QUIET_NS;
    }

    /** What is overdue in this state, or null. */
    String overdue(SessionState state, long nowNs) {
        long waitedNs = nowNs - stepNs;
        return switch (state) {
            case AUTHENTICATING -> waitedNs > answerTimeoutNs ? "no answer to " : null;
            case CONNECTING, SUBSCRIBING -> // of which each channel has a deadline of its own, too
                    waitedNs > 2 * answerTimeoutNs ? "no answer to " : null;
            case LIVE -> nowNs - lastFrameNs > heartbeatTimeoutNs ? "the feed fell silent" : null;
            case PAUSED -> waitedNs > MAINTENANCE_MAX_NS ? "the maintenance did not end" : null;
            case DISCONNECTED -> null;
        };
    }
}
