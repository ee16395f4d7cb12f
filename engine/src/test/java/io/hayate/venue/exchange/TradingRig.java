package io.hayate.venue.exchange;

import io.hayate.venue.AccountsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueListener;

/** An exchange of its own time, on which clients trade without sockets. */
final class TradingRig {
    static final long NOW_MS = 1_764_000_000_000L; // 2025-11-24 16:00:00 UTC

    private static final long MS = 1_000_000;

    final Exchange exchange;
    private long timeMs;
    private long nonce;

    TradingRig(VenueConfig config) {
        this(new Exchange(config, VenueListener.NONE, NOW_MS, 0));
    }

    TradingRig(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A client of the first account. */
    TradingClient first() {
        return client(AccountsConfig.DEMO_KEY, AccountsConfig.DEMO_SECRET);
    }

    /** A client of the second account. */
    TradingClient second() {
        return client(AccountsConfig.DEMO_KEY_2, AccountsConfig.DEMO_SECRET_2);
    }

    /** A client that has authenticated and heard its snapshots. */
    TradingClient client(String key, String secret) {
        TradingClient client = new TradingClient(this);
        client.authenticate(key, secret, ++nonce);
        after(200);
        return client;
    }

    /** Lets so much time go by. */
    void after(long ms) {
        long endMs = timeMs + ms;
        while (exchange.nextDueNs() <= endMs * MS) {
            long dueNs = exchange.nextDueNs();
            exchange.onTime(NOW_MS + dueNs / MS, dueNs);
        }
        timeMs = endMs;
        exchange.onTime(NOW_MS + timeMs, timeMs * MS);
    }

    long timeMs() {
        return NOW_MS + timeMs;
    }
}
