package io.hayate.session.pool;

import io.hayate.session.ConnectionGate;
import io.hayate.session.SessionConfig;

/**
 * What the venue allows of new connections, by host. Where market data comes from the account's own
 * host, its connections count against both limits, and leave the account one attempt of its own. On
 * this machine's loopback, where nobody is banned, each has its own limit alone.
 */
public final class ConnectionLimits {
    private static final int ACCOUNT_SPARE = 1;

    private final ConnectionBudget account;
    private final ConnectionBudget market;
    private final boolean sharesHost;

    /** Limits of which nothing is used up. */
    public ConnectionLimits(SessionConfig config, boolean sharesHost) {
        account = budget(config.accountRate());
        market = budget(config.publicRate());
        this.sharesHost = sharesHost;
    }

    private static ConnectionBudget budget(SessionConfig.Rate rate) {
        return new ConnectionBudget(rate.connectionsMax(), rate.windowMs());
    }

    /** What a session asks before each attempt. */
    public ConnectionGate gate(boolean isPublic) {
        return isPublic ? this::tryPublic : nowNs -> account.tryAttempt(nowNs, 0);
    }

    private boolean tryPublic(long nowNs) {
        if (!sharesHost) {
            return market.tryAttempt(nowNs, 0);
        }
        return market.hasRoom(nowNs)
                && account.tryAttempt(nowNs, Math.min(ACCOUNT_SPARE, account.max() - 1))
                && market.tryAttempt(nowNs, 0);
    }
}
