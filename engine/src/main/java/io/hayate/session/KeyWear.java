package io.hayate.session;

import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.intake.ListedOrders;
import io.hayate.model.Counts;
import java.util.concurrent.TimeUnit;

/**
 * The key of TLS may seal so many records and no more, and only a fresh connection has another. From 80 % on one
 * is made as soon as no order is open or of unknown outcome and the account is not in doubt: first no new order leaves for two seconds,
 * so that none is under way. While orders rest it is never made, as the venue may cancel them with the
 * connection: a person is told, and from 95 % on no new order leaves. Loop thread.
 */
final class KeyWear {
    private static final double RENEWED_FROM = 0.8;
    private static final double REFUSED_FROM = 0.95;
    private static final double PERCENT = 100;
    private static final long STILL_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long NOT_STILL = Long.MIN_VALUE;

    private final SessionLife life;
    private final AccountStanding standing;
    private final AccountDoubt doubt;
    private final ListedOrders listed;
    private long stillSinceNs = NOT_STILL;
    private boolean told;
    private boolean toldRefused;

    /** A key that is new. */
    KeyWear(SessionLife life, AccountStanding standing, AccountDoubt doubt, ListedOrders listed) {
        this.life = life;
        this.standing = standing;
        this.doubt = doubt;
        this.listed = listed;
    }

    /** The next connection has a key of its own. */
    void onDisconnected() {
        stillSinceNs = NOT_STILL;
        told = false;
        toldRefused = false;
        standing.onKeyWorn(false);
    }

    /**
     * Looks at the key of a connection that is live; once a tick.
     *
     * @param use how much of what it may seal it has sealed: 0 to 1
     */
    void onTick(long nowNs, double use) {
        if (use < RENEWED_FROM) {
            return;
        }
        int resting = Math.max(doubt.restingOrders(), listed.count());
        int open = Math.max(resting, doubt.openOrders());
        if (open == 0 && !doubt.exists()) {
            renewOnceStill(nowNs);
            return;
        }
        stillSinceNs = NOT_STILL;
        standing.onKeyWorn(use >= REFUSED_FROM);
        if (use >= REFUSED_FROM && !toldRefused) {
            toldRefused = true;
            told = true;
            tell(use, ": no new order leaves; no fresh connection while " + why(resting, open));
        } else if (!told) {
            told = true;
            String limit =
                    String.format(": from %.0f %% on no new order leaves", REFUSED_FROM * PERCENT);
            tell(use, "; no fresh connection while " + why(resting, open) + limit);
        }
    }

    private void tell(double use, String what) {
        String used =
                String.format("the key of TLS has sealed %.0f %% of what it may", use * PERCENT);
        life.tell(0, used + what + "; reconnect makes one");
    }

    private static String why(int resting, int open) {
        if (open == 0) {
            return "the account is in doubt";
        }
        String orders = open == 1 ? "an order " : Counts.of(open, "order") + ' ';
        boolean isOne = open == 1;
        return resting > 0
                ? orders + (isOne ? "rests" : "rest")
                : orders + (isOne ? "is" : "are") + " of unknown outcome";
    }

    private void renewOnceStill(long nowNs) {
        standing.onKeyWorn(true);
        if (stillSinceNs == NOT_STILL) {
            stillSinceNs = nowNs;
        } else if (nowNs - stillSinceNs >= STILL_NS) {
            life.drop(
                    "the key of TLS is worn, and no order is open: a fresh connection has another");
        }
    }
}
