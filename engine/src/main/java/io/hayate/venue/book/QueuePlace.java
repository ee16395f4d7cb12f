package io.hayate.venue.book;

import io.hayate.venue.QueueModel;

/**
 * What lies before a client's order at its price, in a book that follows another exchange's: units of
 * others that trades have to take first.
 *
 * <p>Trades take from the front. A row that shows less is explained by trades as far as those told of
 * it, before or after the row: a trade belongs to a row that came before it when it is older than the
 * row. What no trade explains was canceled, before or behind the order as a {@link QueueModel} has it,
 * or as the ids of orders tell. Both explanations hold for {@link #MATCHED_MS}.
 */
public final class QueuePlace {
    /** How long a trade and the row that it has made wait for each other. */
    public static final long MATCHED_MS = 1_000;

    private static final long UNKNOWN = Long.MAX_VALUE / 4;

    private long ahead;
    private long traded; // of what lay ahead, while rows do not show it
    private long tradedMs;
    private long gone; // from both sides, by rows that no trade explains so far
    private long goneMs;
    private long aheadThen; // before that
    private long behindThen;
    private boolean isGuessed;

    /**
     * The place of an order that has just come.
     *
     * @param units of others that lie at its price
     * @param isBeyond its price is worse than all that is shown there
     */
    QueuePlace(long units, boolean isBeyond) {
        ahead = isBeyond ? UNKNOWN : units;
    }

    /** What trades have to take before they come to the order. */
    public long ahead() {
        return ahead;
    }

    /** True when nobody has told what lies before it. */
    public boolean isUnknown() {
        return ahead >= UNKNOWN / 2;
    }

    /** All that lies there now lies before it at most: nothing is known of a change. */
    public void limit(long units) {
        ahead = Math.min(ahead, units);
        gone = 0;
        traded = 0;
    }

    /** Nothing is known of what was; all that lies there now lies before it. */
    public void restart(long units) {
        ahead = units;
        gone = 0;
        traded = 0;
    }

    /** True when the model, and not what was told, has decided about the place. */
    public boolean isGuessed() {
        return isGuessed || isGuessPending();
    }

    private boolean isGuessPending() {
        return gone > 0 && aheadThen > 0 && behindThen > 0;
    }

    /** Others have come, behind the order, or before it when no channel shows the order. */
    public void onGrown(long units, boolean isBefore) {
        ahead += isBefore ? units : 0;
        if (gone > 0) {
            aheadThen += isBefore ? units : 0;
            behindThen += isBefore ? 0 : units;
        }
    }

    /**
     * A row shows less.
     *
     * @param units by which it is less
     * @param total what it showed before
     */
    public void onShrunk(long units, long total, long nowMs, QueueModel model) {
        boolean isFresh = nowMs - tradedMs <= MATCHED_MS;
        long unshown = isFresh ? traded : 0;
        long explained = Math.min(unshown, units);
        traded = unshown - explained;
        begin(nowMs, Math.max(0, total - unshown - ahead));
        lose(units - explained, nowMs, model);
    }

    /** A row shows less of what surely lies before the order, as ids tell. */
    public void onShrunkAhead(long units, long nowMs) {
        onShrunk(units, 0, nowMs, QueueModel.OPTIMISTIC);
    }

    private void begin(long nowMs, long behind) {
        if (gone == 0 || nowMs - goneMs > MATCHED_MS) {
            decide();
            aheadThen = ahead;
            behindThen = behind;
        }
    }

    /** What has gone was canceled: no trade will explain it any more. */
    private void decide() {
        isGuessed |= isGuessPending();
        gone = 0;
    }

    private void lose(long units, long nowMs, QueueModel model) {
        if (units > 0) {
            gone += units;
            goneMs = nowMs;
            ahead = isUnknown() ? ahead : model.ahead(aheadThen, behindThen, gone);
        }
    }

    /** Clients have taken of what lies there. */
    public void onEaten(long units) {
        ahead = isUnknown() ? ahead : Math.max(0, ahead - units);
        aheadThen = Math.max(0, aheadThen - units);
    }

    /**
     * Somebody has traded at the price.
     *
     * @param units of it, without what clients' orders before this one got
     * @param tradeMs when it happened
     * @param nowMs when it was told
     * @return how many of them have come to this order, if it wanted as many
     */
    public long onTrade(long units, long tradeMs, long nowMs, QueueModel model) {
        if (isUnknown()) {
            return 0;
        }
        long shown = 0;
        if (gone > 0 && tradeMs < goneMs && nowMs - goneMs <= MATCHED_MS) {
            shown = Math.min(units, gone); // a row has told of it before
            gone -= shown;
            ahead = model.ahead(aheadThen, behindThen, gone);
        } else {
            decide();
        }
        long reached = Math.max(0, units - ahead);
        ahead -= units - reached;
        aheadThen = Math.max(ahead, aheadThen - units);
        traded = (nowMs - tradedMs <= MATCHED_MS ? traded : 0) + units - reached - shown;
        traded = Math.max(0, traded);
        tradedMs = nowMs;
        return reached;
    }
}
