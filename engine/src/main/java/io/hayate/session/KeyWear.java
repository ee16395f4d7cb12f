package io.hayate.session;

import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
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
    private static final long RENEWED_FROM = 80; // percent
    private static final long REFUSED_FROM = 95;
    private static final double PERCENT = 100;
    private static final long STILL_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long NOT_STILL = Long.MIN_VALUE;

    private final SessionLife life;
    private final AccountStanding standing;
    private final AccountDoubt doubt;
    private final ListedOrders listed;
    private final SharedReads reads;
    private long stillSinceNs = NOT_STILL;
    private boolean told;
    private boolean toldRefused;

    /** A key that is new. */
    KeyWear(
            SessionLife life,
            AccountStanding standing,
            AccountDoubt doubt,
            ListedOrders listed,
            SharedReads reads) {
        this.reads = reads;
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

    /** Whole percent of a share from 0 to 1; 0 below what is acted on. */
    static long percentOf(double use) {
        long percent = (long) (use * PERCENT);
        return percent < RENEWED_FROM ? 0 : percent;
    }

    /**
     * Looks at the key of a connection that is live; once a tick.
     *
     * @param use how much of what it may seal it has sealed, in percent
     */
    void onTick(long nowNs, long use) {
        if (use < RENEWED_FROM) {
            return;
        }
        int toldToRest = (int) reads.read(SharedValue.RESTING_ORDERS, doubt.restingOrders());
        int toldAsOpen = (int) reads.read(SharedValue.OPEN_ORDERS, doubt.openOrders());
        int resting = Math.max(toldToRest, listed.count());
        int open = Math.max(resting, toldAsOpen);
        if (open == 0 && !doubt.isBegun()) {
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
            String limit = ": from " + REFUSED_FROM + " % on no new order leaves";
            tell(use, "; no fresh connection while " + why(resting, open) + limit);
        }
    }

    private void tell(long use, String what) {
        String used = "the key of TLS has sealed " + use + " % of what it may";
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
