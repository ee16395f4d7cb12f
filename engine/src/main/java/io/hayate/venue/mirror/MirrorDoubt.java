package io.hayate.venue.mirror;

import org.agrona.concurrent.EpochClock;

/**
 * What is held against a book that is followed, where nothing may trade on one that may be wrong or old;
 * elsewhere nothing ever is. Venue thread.
 */
final class MirrorDoubt {
    private static final long CROSSED_MAX_MS = 1_000; // within a burst it may be for a moment

    private final MirrorTrust trust;
    private final EpochClock clock;
    private boolean isBroken; // until its next snapshot
    private boolean isMaintained;
    private long heardMs;
    private long dataMs;
    private long crossedMs; // since when bids meet asks; 0 while they do not

    MirrorDoubt(MirrorTrust trust, EpochClock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    boolean isStrict() {
        return trust.isStrict();
    }

    /** True while nothing may trade on it. */
    boolean isAny() {
        return trust.isStrict() && (isBroken || isMaintained || isCrossed() || isOld());
    }

    private boolean isCrossed() {
        return crossedMs != 0 && clock.time() - crossedMs > CROSSED_MAX_MS;
    }

    private boolean isOld() {
        long nowMs = clock.time();
        return trust.isOld(nowMs - heardMs, nowMs - dataMs);
    }

    /** True until its next snapshot. */
    boolean isBroken() {
        return isBroken;
    }

    boolean isMaintained() {
        return isMaintained;
    }

    /** It may be wrong. */
    void onBroken() {
        isBroken = trust.isStrict();
    }

    /** The exchange is at work on itself, or was: what is told meanwhile counts for nothing. */
    void onMaintenance(boolean isOn) {
        isMaintained = isOn && trust.isStrict();
        onBroken();
    }

    void onHeard() {
        heardMs = clock.time();
    }

    /** It was told as it is, or what has changed of it since it was right. */
    void onData() {
        isBroken = false;
        dataMs = clock.time();
        heardMs = dataMs;
    }

    /** Whether bids meet asks now. */
    void onCross(boolean isNow) {
        long sinceMs = crossedMs == 0 ? clock.time() : crossedMs;
        crossedMs = isNow ? sinceMs : 0;
    }
}
