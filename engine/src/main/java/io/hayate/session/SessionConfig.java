package io.hayate.session;

import io.hayate.model.AccountConnection;
import io.hayate.model.Durations;
import io.hayate.model.Settings;

/**
 * How long a session waits and how much it may ask of the venue.
 *
 * @param accountRate how often connections are opened to the account's host
 * @param publicRate how often connections for market data are opened
 * @param marketConnectionsMax connections for market data alone, at one time
 * @param subscriptionsMax channels of a connection; the account channel is one of them
 * @param account whether the account has a connection of its own
 */
public record SessionConfig(
        Timeouts timeouts,
        ReconnectDelay reconnectDelay,
        Rate accountRate,
        Rate publicRate,
        int marketConnectionsMax,
        int subscriptionsMax,
        AccountConnection account) {
    private static final int VENUE_BEAT_MS = 15_000;
    private static final int HOUR_MS = 3_600_000;

    public static final SessionConfig DEFAULTS =
            new SessionConfig(
                    new Timeouts(30_000, 10_000, 45_000, 15_000),
                    new ReconnectDelay(1_000, 60_000),
                    new Rate(5, 15_000),
                    new Rate(20, 60_000),
                    40,
                    25,
                    AccountConnection.OWN);

    /**
     * How long is waited.
     *
     * @param connectMs time for the first LIVE, all attempts together
     * @param answerMs time for the venue to answer a request
     * @param heartbeatMs silence after which a channel is resubscribed, and a connection counts as
     *     lost; the venue beats every 15 s, at times some 10 s late
     * @param pingIntervalMs how often the venue's clock is asked for; keeps an idle connection open
     */
    public record Timeouts(int connectMs, int answerMs, int heartbeatMs, int pingIntervalMs) {
        public Timeouts {
            Settings.checkRangeMs(connectMs, 1, HOUR_MS, "session.connect-timeout");
            Settings.checkRangeMs(answerMs, 1, HOUR_MS, "session.answer-timeout");
            Settings.check(
                    heartbeatMs > VENUE_BEAT_MS,
                    "session.heartbeat-timeout",
                    "must be over 15s",
                    Durations.text(heartbeatMs));
            Settings.checkRangeMs(heartbeatMs, 0, HOUR_MS, "session.heartbeat-timeout");
            Settings.checkRangeMs(pingIntervalMs, 1_000, HOUR_MS, "session.ping-interval");
        }
    }

    /**
     * How long is waited before a new attempt to connect.
     *
     * @param minMs longest wait before the first new attempt; doubles with each failure
     * @param maxMs where the doubling ends
     */
    public record ReconnectDelay(int minMs, int maxMs) {
        public ReconnectDelay {
            Settings.checkRangeMs(minMs, 1, HOUR_MS, "session.reconnect-delay-min");
            Settings.checkRangeMs(maxMs, minMs, HOUR_MS, "session.reconnect-delay-max");
        }
    }

    /**
     * How often connections are opened.
     *
     * @param connectionsMax at most so many
     * @param windowMs within this time
     */
    public record Rate(int connectionsMax, int windowMs) {
        private void check(String what) {
            Settings.checkRange(connectionsMax, 1, 1_000, "session." + what + "-max");
            Settings.checkRangeMs(windowMs, 1, HOUR_MS, "session." + what + "-window");
        }
    }

    public SessionConfig {
        accountRate.check("connections");
        publicRate.check("public-connections");
        Settings.checkRange(marketConnectionsMax, 1, 200, "session.market-connections-max");
        Settings.checkRange(subscriptionsMax, 1, 1_000, "session.subscriptions-max");
    }

    /** Channels of market data that fit on the account's own connection. */
    public int channelsBesideAccount() {
        return account == AccountConnection.SHARED ? subscriptionsMax - 1 : 0;
    }

    /** The same with one connection for all, of so many channels. */
    public SessionConfig withOneConnection(int channels) {
        return new SessionConfig(
                timeouts,
                reconnectDelay,
                accountRate,
                publicRate,
                marketConnectionsMax,
                channels,
                AccountConnection.SHARED);
    }
}
