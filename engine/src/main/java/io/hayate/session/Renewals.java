package io.hayate.session;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.NanoClock;

/**
 * Gives a connection up that cannot be understood, so that a fresh one begins with everything known: at
 * most once a minute. Never one with the account while orders may leave: the venue would cancel them.
 * Loop thread.
 */
final class Renewals {
    private static final long INTERVAL_NS = TimeUnit.MINUTES.toNanos(1);

    private final SessionLife life;
    private final boolean deadManSwitch;
    private final NanoClock clock;
    private boolean renewed;
    private long renewedNs;

    Renewals(SessionLife life, boolean deadManSwitch, NanoClock clock) {
        this.life = life;
        this.deadManSwitch = deadManSwitch;
        this.clock = clock;
    }

    /** Makes a fresh connection, for a reason that is told; false when that may not be now. */
    boolean renew(String reason) {
        long nowNs = clock.nanoTime();
        boolean isSpent = renewed && nowNs - renewedNs < INTERVAL_NS;
        if (isSpent || (life.role().carriesAccount() && deadManSwitch)) {
            return false;
        }
        renewed = true;
        renewedNs = nowNs;
        life.drop(reason + ": a fresh connection tells it all anew");
        return true;
    }
}
