package io.hayate.venue.feed;

import io.hayate.model.ChannelSpec;
import io.hayate.venue.base.VenueTraffic;
import io.hayate.venue.book.BookImage;
import io.hayate.venue.book.ChannelRows;
import io.hayate.venue.market.BookSource;
import io.hayate.venue.wire.ConfFlags;
import io.hayate.venue.wire.JsonText;

/**
 * The book channel of one symbol, precision, frequency and length: a snapshot of what was told last,
 * then at each tick the difference between that and the book as it is.
 */
public final class BookFeed extends Feed implements BookBurst.Sink {
    private static final int BYTES_PER_ROW = 512; // of two images of two sides, and as text
    private static final int ROWS_AT_LEAST = 64;

    private final BookSource source;
    private final VenueTraffic traffic;
    private final int checksumIntervalMs;
    private final BookRows rows;
    private final BookBurst burst;
    private final JsonText bulk = new JsonText();
    private final JsonText text = new JsonText();
    private BookImage told;
    private BookImage now;
    private long version;
    private long checksumMs;
    private int bulkCount;
    private boolean isFollowing; // what was told last is all of a channel that is followed

    /**
     * A feed that nobody watches yet.
     *
     * @param checksumIntervalMs between two checksums at least
     */
    BookFeed(ChannelSpec spec, BookSource source, VenueTraffic traffic, int checksumIntervalMs) {
        super(spec);
        this.source = source;
        this.traffic = traffic;
        this.checksumIntervalMs = checksumIntervalMs;
        rows = new BookRows(spec, source.tickScale());
        burst = new BookBurst(rows, spec.isRaw());
        told = new BookImage(spec);
        now = new BookImage(spec);
    }

    @Override
    int bytes() {
        return super.bytes() + BYTES_PER_ROW * (spec().length() + ROWS_AT_LEAST);
    }

    /** The first subscriber gets the book as it is, those that follow join its image. */
    @Override
    public void sendSnapshot(Subscriber subscriber) {
        if (subscribers().size() == 1) {
            told.fill(source.book());
            version = source.book().version();
            isFollowing = false;
        }
        JsonText body = new JsonText();
        rows.writeSnapshot(body, told);
        subscriber.snapshot(body);
        traffic.bookFrameSent();
    }

    /**
     * Tells what has changed since the last time. While the book is what a channel of the same precision,
     * length and frequency of another exchange tells, that one's text is handed on.
     *
     * @param timeMs of the market, for the distance of checksums
     * @param rows what that channel has told, and nothing else has changed; or null
     */
    void publish(long timeMs, ChannelRows rows) {
        boolean isTold = rows != null && isWatched() && rows.isExactOf(spec());
        if (isTold && isFollowing && mayHandOn(rows)) {
            handOn(rows);
            tellChecksum(timeMs);
        } else if (isWatched() && version != source.book().version()) {
            tellChanges(timeMs);
            isFollowing = isTold && source.book().isAsTold() && told.isAllOf(source.book());
        }
    }

    /** A list of rows goes to those who take lists alone. */
    private boolean mayHandOn(ChannelRows rows) {
        if (!source.book().isAsTold() || !told.hasRoom(rows.size())) {
            return false;
        }
        beginBulk();
        return !rows.isList() || bulkCount == subscribers().size();
    }

    private void handOn(ChannelRows rows) {
        version = source.book().version();
        told.take(rows);
        JsonText body = rows.isList() ? bulk.clear() : text.clear();
        body.json(rows.bytes(), rows.offset(), rows.length());
        if (rows.isList()) {
            send(body, true);
        } else {
            onRow(body);
            endBulk(1);
        }
    }

    private void tellChanges(long timeMs) {
        version = source.book().version();
        now.fillChanged(source.book(), told);
        beginBulk();
        int changes = burst.write(told, now, this);
        endBulk(changes);
        BookImage before = told;
        told = now;
        now = before;
        if (changes > 0) {
            tellChecksum(timeMs);
        }
    }

    /** Appends what was told last, as a snapshot: what a client that missed nothing holds. */
    public void writeTold(JsonText out) {
        rows.writeSnapshot(out, told);
    }

    /** Appends the book as it is, told or not, as a snapshot. */
    public void writeBook(JsonText out) {
        now.fill(source.book());
        rows.writeSnapshot(out, now);
    }

    private void beginBulk() {
        bulkCount = 0;
        for (int i = 0; i < subscribers().size(); i++) {
            bulkCount += isBulk(i) ? 1 : 0;
        }
        bulk.clear().openArray();
    }

    private boolean isBulk(int at) {
        return subscribers().get(at).hasFlag(ConfFlags.BULK);
    }

    @Override
    public void onRow(JsonText row) {
        if (bulkCount > 0) {
            bulk.raw(row);
        }
        if (bulkCount < subscribers().size()) {
            send(row, false);
        }
    }

    private void endBulk(int changes) {
        if (bulkCount > 0 && changes > 0) {
            send(bulk.closeArray(), true);
        }
    }

    private void send(JsonText body, boolean toBulk) {
        for (int i = 0; i < subscribers().size(); i++) {
            if (isBulk(i) == toBulk) {
                subscribers().get(i).update(body);
                traffic.bookFrameSent();
            }
        }
    }

    private void tellChecksum(long timeMs) {
        if (timeMs - checksumMs >= checksumIntervalMs) {
            checksumMs = timeMs;
            sendChecksum();
        }
    }

    private void sendChecksum() {
        if (!isChecked()) {
            return;
        }
        int checksum = rows.checksum(told);
        for (int i = 0; i < subscribers().size(); i++) {
            if (subscribers().get(i).hasFlag(ConfFlags.CHECKSUM)) {
                subscribers().get(i).checksum(checksum);
            }
        }
    }

    private boolean isChecked() {
        for (int i = 0; i < subscribers().size(); i++) {
            if (subscribers().get(i).hasFlag(ConfFlags.CHECKSUM)) {
                return true;
            }
        }
        return false;
    }
}
