package io.hayate.market;

import io.hayate.model.Health;

/**
 * What is found against one book where it is kept: whether it is whole, crossed, longer than
 * subscribed, not the venue's, and whether a fresh snapshot is asked for.
 *
 * <p>The strategy's thread; allocates nothing after construction.
 */
final class BookWatch {
    /** How long a burst may leave a book crossed, or too long. */
    static final long SETTLE_NS = 1_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE;

    private final ResyncLimit limit = new ResyncLimit();
    private int found;
    private boolean whole;
    private boolean inBurst;
    private boolean untold;
    private ResyncReason wanted;
    private ResyncReason reason;
    private long crossedSinceNs = NEVER;
    private long longSinceNs = NEVER;

    /** Words of {@link Health} found here. */
    int found() {
        return found;
    }

    private void find(int word, boolean set) {
        int before = found;
        found = set ? found | word : found & ~word;
        untold |= found != before;
    }

    private boolean has(int word) {
        return (found & word) != 0;
    }

    /** True from the end of a snapshot until something of the book is lost. */
    boolean isWhole() {
        return whole;
    }

    /** A snapshot begins: what was wrong with the book that it replaces is over. */
    void onSnapshotStart() {
        whole = false;
        wanted = null;
        crossedSinceNs = NEVER;
        longSinceNs = NEVER;
        find(Health.RESYNCING, false);
        if (reason != ResyncReason.CHECKSUM) {
            find(Health.CHECKSUM_BAD, false); // no checksum has said so, so none must take it back
        }
    }

    void onSnapshotEnd() {
        whole = true;
    }

    /** The book changed, or may have. */
    void onEntry() {
        inBurst = true;
        untold = true;
    }

    void onBurstEnd() {
        inBurst = false;
    }

    void onChecksumPassed() {
        if (reason == ResyncReason.CHECKSUM) {
            find(Health.CHECKSUM_BAD, false);
            wanted = null;
        }
    }

    /** Levels were dropped for lack of room. */
    void onOverflow() {
        whole = false;
    }

    /** Wants a fresh snapshot, unless one is asked for already. */
    void want(ResyncReason why) {
        if (!has(Health.RESYNCING)) {
            wanted = why;
            reason = isBadByChecksum() ? reason : why;
        }
    }

    /** Then a checksum alone takes it back, whatever else is found. */
    private boolean isBadByChecksum() {
        return reason == ResyncReason.CHECKSUM && has(Health.CHECKSUM_BAD);
    }

    /** Why a snapshot is still to be asked for; null when it is not. */
    ResyncReason wanted() {
        return wanted;
    }

    /** True when a snapshot may be asked for now; else the book is marked bad. */
    boolean mayAsk(long nowNs) {
        boolean allowed = limit.allows(nowNs);
        find(allowed ? Health.RESYNCING : Health.CHECKSUM_BAD, true);
        return allowed;
    }

    void onAsked(long nowNs) {
        limit.take(nowNs);
        wanted = null;
    }

    /**
     * Looks at the book at the end of a burst, or later.
     *
     * @return true when it can be shown: it is settled, or has not been for too long
     */
    boolean settle(boolean crossed, boolean tooLong, long nowNs) {
        crossedSinceNs = since(crossedSinceNs, crossed, nowNs);
        longSinceNs = since(longSinceNs, tooLong, nowNs);
        boolean crossedLong = crossed && isOver(crossedSinceNs, nowNs);
        find(Health.CROSSED, crossedLong);
        if (tooLong && isOver(longSinceNs, nowNs)) {
            want(ResyncReason.TOO_LONG);
            return !crossed || crossedLong;
        }
        return !tooLong && (!crossed || crossedLong);
    }

    private static long since(long sinceNs, boolean set, long nowNs) {
        if (!set) {
            return NEVER;
        }
        return sinceNs == NEVER ? nowNs : sinceNs;
    }

    private static boolean isOver(long sinceNs, long nowNs) {
        return nowNs - sinceNs > SETTLE_NS;
    }

    /** True when time alone may change something. */
    boolean isWaiting() {
        return wanted != null || crossedSinceNs != NEVER || longSinceNs != NEVER;
    }

    /** True between the first change of a burst and its end. */
    boolean isInBurst() {
        return inBurst;
    }

    /** True when the book, or what is found against it, has changed since it was last shown. */
    boolean isUntold() {
        return untold;
    }

    void onTold() {
        untold = false;
    }
}
