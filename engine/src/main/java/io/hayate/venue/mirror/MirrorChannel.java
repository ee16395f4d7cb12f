package io.hayate.venue.mirror;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.wire.WireCursor;
import java.util.Arrays;

/**
 * One channel of a connection, from its {@code subscribed} on: reads what its texts say of one symbol.
 *
 * <pre>
 * [CHAN,[PRICE,COUNT,AMOUNT]]    [CHAN,[ID,PRICE,AMOUNT]]   [CHAN,[[...],[...]]]
 * [CHAN,"te",[ID,MTS,AMOUNT,PRICE]]   [CHAN,"tu",[...]]     [CHAN,[BID,BID_SIZE,ASK,...]]
 * </pre>
 */
final class MirrorChannel {
    /** What it is a channel of. */
    enum Kind {
        BOOK,
        TRADES,
        TICKER,
        OTHER
    }

    static final int HEARTBEAT = 'h' << 8 | 'b';
    static final int CHECKSUM = 'c' << 8 | 's';
    private static final int EXECUTED = 't' << 8 | 'e';
    private static final int UPDATED = 't' << 8 | 'u';
    private static final int UNITS_SCALE = 8;
    private static final int IDS_KEPT = 256; // of trades told by te: tu comes within a second
    private static final int PAST_MAX = 512;

    private final Kind kind;
    private final BookShape shape; // null but of books
    private final ChannelSpec spec; // the same
    private final MirrorTarget target; // null for what nobody here follows
    private final MirrorProof proof; // null where nobody asks for one
    private final int decimals;
    private final long[] ids = new long[IDS_KEPT];
    private final long[][] past = new long[PAST_MAX][];
    private MirrorTicker ticker; // null until one is told
    private int nextId;
    private boolean isBegun; // it has told its snapshot
    private boolean isGapped; // since that something may be missing
    private boolean isDoubted; // the last checksum did not fit

    MirrorChannel(Kind kind, BookShape shape, ChannelSpec spec, MirrorTarget target) {
        this.kind = target == null ? Kind.OTHER : kind;
        this.shape = shape;
        this.spec = spec;
        this.target = target;
        boolean isProven = this.kind == Kind.BOOK && target.isStrict();
        proof = isProven ? new MirrorProof(shape.raw()) : null;
        decimals = target == null ? 0 : target.priceDecimals();
    }

    /** Who is told of what it says; null for nobody. */
    MirrorTarget target() {
        return target;
    }

    boolean isFollowed() {
        return kind != Kind.OTHER;
    }

    /** Says that it tells no more. */
    void end() {
        if (kind == Kind.BOOK) {
            target.onBookEnded(shape);
        } else if (kind == Kind.TICKER) {
            target.onBroken(BookShape.TOUCH);
        }
    }

    /** What it told may be wrong. */
    void distrust() {
        isGapped = true;
        if (kind == Kind.BOOK || kind == Kind.TICKER) {
            target.onBroken(kind == Kind.BOOK ? shape : BookShape.TOUCH);
        }
    }

    /** It was heard, though it told nothing. */
    void onHeard() {
        if (kind == Kind.BOOK || kind == Kind.TICKER) {
            target.onHeard(kind == Kind.BOOK ? shape : BookShape.TOUCH);
        }
    }

    /** True when its checksums count. */
    boolean isProven() {
        return proof != null && isBegun;
    }

    /** The exchange has this checksum of what it told: one that fits ends what another began. */
    void onChecksum(long checksum, ChannelRows rows) {
        if (proof.checksum() != checksum) {
            isDoubted = true;
            target.onBroken(shape);
        } else if (isDoubted && !isGapped) {
            isDoubted = false;
            proof.fill(rows);
            target.onBook(shape, rows, true);
        }
    }

    /**
     * Reads an array behind the channel's id, up to what follows it, and tells of it once {@code tail} has
     * read the rest and found nothing wrong.
     *
     * @param isBulk arrays of rows are updates, once the first was a snapshot
     */
    void onBody(WireCursor cursor, ChannelRows rows, boolean isBulk, Tail tail) {
        switch (kind) {
            case BOOK -> onBook(cursor, rows, isBulk, tail);
            case TRADES -> onPast(cursor, tail);
            case TICKER -> onTicker(cursor, tail);
            case OTHER -> {
                cursor.skipValue();
                if (tail.isWhole(cursor)) {
                    tail.counts().add(MirrorCount.UNFOLLOWED, 1);
                }
            }
        }
    }

    private void onBook(WireCursor cursor, ChannelRows rows, boolean isBulk, Tail tail) {
        rows.begin(spec);
        if (proof != null) {
            proof.begin();
        }
        int from = cursor.mark();
        cursor.expect('[');
        boolean isMany = cursor.peek() != '-' && !isDigit(cursor.peek());
        if (!isMany) {
            readRow(cursor, rows, tail.counts());
        } else {
            while (cursor.skip('[')) {
                readRow(cursor, rows, tail.counts());
                if (!cursor.skip(',')) {
                    break;
                }
            }
            cursor.expect(']');
        }
        rows.end(isMany, cursor.bytes(), from, cursor.position());
        if (tail.isWhole(cursor)) {
            boolean isSnapshot = !isBegun || (isMany && !isBulk);
            isBegun = true;
            tail.counts().add(MirrorCount.ROWS, rows.size());
            if (isSnapshot && isMany) {
                isGapped = false;
                isDoubted = false;
            }
            if (proof != null) {
                proof.apply(isSnapshot && isMany);
            }
            target.onBook(shape, rows, isSnapshot && isMany);
        }
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }

    /** Behind the row's opening bracket. */
    private void readRow(WireCursor cursor, ChannelRows rows, MirrorCounts counts) {
        long id = 0;
        long price;
        double told;
        int count = 1;
        int priceAt = cursor.mark();
        if (shape.raw()) {
            id = cursor.whole();
            cursor.expect(',');
            priceAt = cursor.mark();
            price = cursor.decimal(decimals);
            told = proof == null ? 0 : cursor.floating(priceAt);
            count = price == 0 ? 0 : 1;
        } else {
            price = cursor.decimal(decimals);
            told = proof == null ? 0 : cursor.floating(priceAt);
            cursor.expect(',');
            count = (int) Math.min(Math.max(cursor.whole(), 0), Integer.MAX_VALUE);
        }
        cursor.expect(',');
        int unitsAt = cursor.mark();
        long units = cursor.decimal(UNITS_SCALE);
        if (proof != null) {
            proof.add(told, cursor.floating(unitsAt), id, price, count, units);
        }
        cursor.skipRest();
        if (cursor.wasBeyond() || price < 0 || !rows.add(id, price, count, units)) {
            counts.add(MirrorCount.BEYOND, 1);
            rows.inexact();
        } else if (cursor.wasRounded()) {
            rows.inexact();
        }
    }

    /** The snapshot of a trades channel, the newest first. */
    private void onPast(WireCursor cursor, Tail tail) {
        int count = 0;
        cursor.expect('[');
        while (cursor.skip('[')) {
            long[] print = readPrint(cursor);
            if (count < PAST_MAX) {
                past[count++] = print;
            }
            if (!cursor.skip(',')) {
                break;
            }
        }
        cursor.expect(']');
        if (tail.isWhole(cursor) && !cursor.wasBeyond() && !isBegun) {
            isBegun = true;
            while (count-- > 0) {
                remember(past[count][0]);
                target.onPastPrint(past[count][0], past[count][1], past[count][2], past[count][3]);
            }
        }
        Arrays.fill(past, null);
    }

    private long[] readPrint(WireCursor cursor) {
        long id = cursor.whole();
        cursor.expect(',');
        long timeMs = cursor.whole();
        cursor.expect(',');
        long units = cursor.decimal(UNITS_SCALE);
        cursor.expect(',');
        long price = cursor.decimal(decimals);
        cursor.skipRest();
        return new long[] {id, timeMs, units, price};
    }

    /** A text with a word: a trade, or what belongs to no channel that is followed. */
    void onWord(int word, WireCursor cursor, Tail tail) {
        boolean isTrade = word == EXECUTED || word == UPDATED;
        if (kind != Kind.TRADES || !isTrade) {
            cursor.expect(',');
            cursor.skipValue();
            if (tail.isWhole(cursor)) {
                tail.counts().add(MirrorCount.UNFOLLOWED, 1);
            }
            return;
        }
        cursor.expect(',');
        cursor.expect('[');
        long[] print = readPrint(cursor);
        if (!tail.isWhole(cursor)) {
            return;
        }
        if (cursor.wasBeyond() || print[2] == 0 || print[3] <= 0) {
            tail.counts().add(MirrorCount.BEYOND, 1);
        } else if (word == EXECUTED || !isKnown(print[0])) {
            remember(print[0]);
            tail.counts().add(MirrorCount.PRINTS, 1);
            target.onPrint(print[0], print[1], print[2], print[3]);
        }
    }

    private void remember(long id) {
        ids[nextId] = id;
        nextId = nextId + 1 == IDS_KEPT ? 0 : nextId + 1;
    }

    private boolean isKnown(long id) {
        for (int i = 0; i < IDS_KEPT; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }

    private void onTicker(WireCursor cursor, Tail tail) {
        ticker = ticker == null ? new MirrorTicker() : ticker;
        int from = cursor.mark();
        cursor.expect('[');
        ticker.bid = cursor.decimal(decimals);
        ticker.bidUnits = next(cursor, UNITS_SCALE);
        ticker.ask = next(cursor, decimals);
        ticker.askUnits = next(cursor, UNITS_SCALE);
        ticker.change = next(cursor, decimals);
        next(cursor, UNITS_SCALE); // the relative change follows from the rest
        ticker.last = next(cursor, decimals);
        ticker.volumeUnits = next(cursor, UNITS_SCALE);
        ticker.high = next(cursor, decimals);
        ticker.low = next(cursor, decimals);
        cursor.skipRest();
        ticker.row.clear().json(cursor.bytes(), from, cursor.position() - from);
        if (tail.isWhole(cursor)) {
            boolean isBeyond = cursor.wasBeyond();
            tail.counts().add(isBeyond ? MirrorCount.BEYOND : MirrorCount.TICKERS, 1);
            if (!isBeyond) {
                target.onTicker(ticker);
            }
        }
    }

    /** The next of several numbers. */
    private static long next(WireCursor cursor, int decimals) {
        cursor.expect(',');
        return cursor.decimal(decimals);
    }
}
