package io.hayate.order;

import io.hayate.model.Doubt;
import io.hayate.model.OrderStatus;

/** What is not known of an order, since when, and what was done to find out. Strategy thread. */
final class OrderDoubt {
    private static final long[] LOOKS_NS = {
        0, 2_000_000_000L, 10_000_000_000L, 30_000_000_000L, 60_000_000_000L
    };
    private static final long LATER_NS = 60_000_000_000L;

    private Doubt reason = Doubt.NONE;
    private OrderStatus lastKnown;
    private boolean isTaken; // by who looks; what follows holds from then on
    private boolean isKept; // among those that are looked after, until that finds otherwise
    private boolean isAsked; // somebody is, who may know
    private long sinceNs;
    private int tries;
    private int looks;
    private long dueNs;
    private long nextLookMs;
    private boolean isCarrierClosed;
    private long lossMs;
    private long sentNs;

    /** A new order has none. */
    void clear() {
        reason = Doubt.NONE;
        lastKnown = null;
        nextLookMs = 0;
        isTaken = false;
    }

    void begin(Doubt why, OrderStatus known) {
        reason = why;
        lastKnown = known;
        isTaken = false;
        isCarrierClosed = false;
        tries = 0;
        looks = 0;
    }

    void end() {
        reason = Doubt.NONE;
        nextLookMs = 0;
        isTaken = false;
    }

    /** When the order was sent. */
    long sentNs() {
        return sentNs;
    }

    void sentNs(long timeNs) {
        sentNs = timeNs;
    }

    Doubt reason() {
        return reason;
    }

    OrderStatus lastKnown() {
        return lastKnown;
    }

    /** It was filled in part, as far as is known. */
    void lastKnown(OrderStatus known) {
        lastKnown = known;
    }

    boolean isKept() {
        return isKept;
    }

    void kept(boolean kept) {
        isKept = kept;
    }

    boolean isTaken() {
        return isTaken;
    }

    /** Who looks has it from now on. */
    void take(long nowNs, long nowMs, boolean isAskable) {
        isTaken = true;
        isAsked = isAskable;
        sinceNs = nowNs;
        lossMs = nowMs;
        schedule(nowNs, nowMs);
    }

    private void schedule(long nowNs, long nowMs) {
        long atNs = tries < LOOKS_NS.length ? sinceNs + LOOKS_NS[tries] : nowNs + LATER_NS;
        dueNs = Math.max(nowNs, atNs);
        nextLookMs = !isAsked ? 0 : nowMs + (dueNs - nowNs) / 1_000_000;
    }

    /** When it is asked for next, in ms since 1970 UTC; 0 while it is not in doubt. */
    long nextLookMs() {
        return nextLookMs;
    }

    boolean isDue(long nowNs) {
        return isTaken && nowNs - dueNs >= 0;
    }

    /** True when it began before this: a question of then is answered for it, too. */
    boolean isOlderThan(long askedNs) {
        return isTaken && askedNs - sinceNs >= 0;
    }

    /** A look that covers it has ended. */
    void onLook(boolean isWhole, long nowNs, long nowMs) {
        tries++;
        looks += isWhole ? 1 : 0;
        schedule(nowNs, nowMs);
    }

    /** True before the first look at a doubt that a lost connection, or process, has left. */
    boolean isFirstLookDue() {
        boolean isOfLoss =
                reason == Doubt.CONNECTION || reason == Doubt.LIST || reason == Doubt.RESTART;
        return isOfLoss && tries == 0;
    }

    /** Looks that were whole. */
    int looks() {
        return looks;
    }

    long sinceNs() {
        return sinceNs;
    }

    /** The venue's end of the connection that carried it is gone. */
    void onCarrierClosed(long nowMs) {
        isCarrierClosed = true;
        lossMs = nowMs;
    }

    boolean isCarrierClosed() {
        return isCarrierClosed;
    }

    /** By our clock in ms: until when it may have come to the venue. */
    long lossMs() {
        return lossMs;
    }
}
