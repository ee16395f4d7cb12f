package io.hayate.session;

import io.hayate.model.AccountConnection;
import io.hayate.model.Durations;
import io.hayate.model.Settings;

/**
 * How long a session waits and how much it may ask of the venue.
 *
 * @param connectTimeoutMs time for the first LIVE, all attempts together
 * @param answerTimeoutMs time for the venue to answer a request
 * @param heartbeatTimeoutMs silence after which a channel is resubscribed, and a connection counts as
 *     lost; the venue beats every 15 s, at times some 10 s late
 * @param reconnectDelayMinMs longest wait before the first new attempt; doubles with each failure
 * @param reconnectDelayMaxMs where the doubling ends
 * @param connectionsMax connections opened to the account's host within {@code connectionsWindowMs}
 * @param connectionsWindowMs the window of that limit
 * @param publicConnectionsMax connections for market data opened within the window of theirs
 * @param publicConnectionsWindowMs the window of that limit
 * @param marketConnectionsMax connections for market data alone, at one time
 * @param subscriptionsMax channels of a connection; the account channel is one of them
 * @param pingIntervalMs how often the venue's clock is asked for; keeps an idle connection open
 * @param account whether the account has a connection of its own
 */
public record SessionConfig(
        int connectTimeoutMs,
        int answerTimeoutMs,
        int heartbeatTimeoutMs,
        int reconnectDelayMinMs,
        int reconnectDelayMaxMs,
        int connectionsMax,
        int connectionsWindowMs,
        int publicConnectionsMax,
        int publicConnectionsWindowMs,
        int marketConnectionsMax,
        int subscriptionsMax,
        int pingIntervalMs,
        AccountConnection account) {
    public static final SessionConfig DEFAULTS =
            new SessionConfig(
                    30_000,
                    10_000,
                    45_000,
                    1_000,
                    60_000,
                    5,
                    15_000,
                    20,
                    60_000,
                    40,
                    25,
                    15_000,
                    AccountConnection.OWN);

    private static final int VENUE_BEAT_MS = 15_000;
    private static final int HOUR_MS = 3_600_000;

    public SessionConfig {
        Settings.checkRangeMs(connectTimeoutMs, 1, HOUR_MS, "session.connect-timeout");
        Settings.checkRangeMs(answerTimeoutMs, 1, HOUR_MS, "session.answer-timeout");
        Settings.check(
                heartbeatTimeoutMs > VENUE_BEAT_MS,
                "session.heartbeat-timeout",
                "must be over 15s",
                Durations.text(heartbeatTimeoutMs));
        Settings.checkRangeMs(heartbeatTimeoutMs, 0, HOUR_MS, "session.heartbeat-timeout");
        Settings.checkRangeMs(reconnectDelayMinMs, 1, HOUR_MS, "session.reconnect-delay-min");
        Settings.checkRangeMs(
                reconnectDelayMaxMs, reconnectDelayMinMs, HOUR_MS, "session.reconnect-delay-max");
        Settings.checkRange(connectionsMax, 1, 1_000, "session.connections-max");
        Settings.checkRangeMs(connectionsWindowMs, 1, HOUR_MS, "session.connections-window");
        Settings.checkRange(publicConnectionsMax, 1, 1_000, "session.public-connections-max");
        Settings.checkRangeMs(
                publicConnectionsWindowMs, 1, HOUR_MS, "session.public-connections-window");
        Settings.checkRange(marketConnectionsMax, 1, 200, "session.market-connections-max");
        Settings.checkRange(subscriptionsMax, 1, 1_000, "session.subscriptions-max");
        Settings.checkRangeMs(pingIntervalMs, 1_000, HOUR_MS, "session.ping-interval");
    }

    /** Channels of market data that fit on the account's own connection. */
    public int channelsBesideAccount() {
        return account == AccountConnection.SHARED ? subscriptionsMax - 1 : 0;
    }

    /** The same with one connection for all, of so many channels. */
    public SessionConfig withOneConnection(int channels) {
        return new SessionConfig(
                connectTimeoutMs,
                answerTimeoutMs,
                heartbeatTimeoutMs,
                reconnectDelayMinMs,
                reconnectDelayMaxMs,
                connectionsMax,
                connectionsWindowMs,
                publicConnectionsMax,
                publicConnectionsWindowMs,
                marketConnectionsMax,
                channels,
                pingIntervalMs,
                AccountConnection.SHARED);
    }
}
