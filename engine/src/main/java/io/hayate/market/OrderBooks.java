package io.hayate.market;

import io.hayate.event.BookChecksum;
import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Channel;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;

/**
 * Keeps the order book of every channel that carries one, checks it against the venue's checksums, and
 * tells when it is worth a look: at the end of a burst that leaves it neither crossed nor too long.
 *
 * <p>A book that is crossed for more than a second is told with that word of health. One whose checksum
 * differs, or that holds more than was subscribed, asks for a fresh snapshot: three times a minute at
 * most, after which it is marked bad until a checksum is right again.
 *
 * <p>Belongs to the strategy's thread. Allocates nothing for a channel that {@link ChannelStores} holds
 * ready, else when the channel is first seen.
 */
public final class OrderBooks {
    private final MarketChannels channels;
    private final ChannelStatistics statistics;
    private final ChannelStores stores;
    private final Listener listener;
    private final BookEntry entry = new BookEntry();
    private final BookChecksum checksum = new BookChecksum();
    private final BookDigest digest = new BookDigest();
    private final OrderBook[] byChannel = new OrderBook[MarketChannels.COUNT_MAX];
    private final OrderBook[] byInstrument = new OrderBook[Instruments.COUNT_MAX];
    private final OrderBook[] books = new OrderBook[MarketChannels.COUNT_MAX];
    private int count;
    private boolean waiting;

    /** What the keeper has to say, on the strategy's thread. */
    public interface Listener {
        /** The book, or its health, changed, and no burst is open; it stays valid after the call. */
        void onBook(OrderBook book);

        /**
         * The book must be resubscribed; until then it is marked as resyncing.
         *
         * @return false when that cannot be asked for now; the keeper tries again
         */
        boolean onResyncNeeded(OrderBook book, ResyncReason reason);

        /**
         * Another thing is found against the book, or one no more.
         *
         * @param words of {@code Health} that are found here from now on; the session knows others
         */
        default void onFound(OrderBook book, int words) {}
    }

    /**
     * A keeper without books yet.
     *
     * @param statistics takes the figures of the strategy's thread
     */
    public OrderBooks(MarketChannels channels, ChannelStatistics statistics, Listener listener) {
        this(channels, statistics, new ChannelStores(HistoryConfig.DEFAULTS), listener);
    }

    /** As above; {@code stores} may hold the books ready. */
    public OrderBooks(
            MarketChannels channels,
            ChannelStatistics statistics,
            ChannelStores stores,
            Listener listener) {
        this.channels = channels;
        this.stores = stores;
        this.statistics = statistics;
        this.listener = listener;
    }

    /** Makes the book of a channel ahead of its first event, which would; null of another kind. */
    public OrderBook register(MarketChannel channel) {
        if (channel.kind() != Channel.BOOK || byChannel[channel.id()] != null) {
            return byChannel[channel.id()];
        }
        OrderBook book = stores.book(channel);
        byChannel[channel.id()] = book;
        books[count] = book;
        count++;
        int instrumentId = channel.instrumentId();
        if (instrumentId != Instrument.NONE && byInstrument[instrumentId] == null) {
            byInstrument[instrumentId] = book;
        }
        return book;
    }

    /** How many books there are. */
    public int count() {
        return count;
    }

    /** A book by its index from 0, in the order in which they were first seen. */
    public OrderBook at(int index) {
        return books[index];
    }

    /** The book of a channel; null when none was seen yet. */
    public OrderBook ofChannel(int channelId) {
        return channelId < 0 ? null : byChannel[channelId];
    }

    /** The first book that was seen of an instrument; null when there is none. */
    public OrderBook ofInstrument(int instrumentId) {
        return instrumentId < 0 ? null : byInstrument[instrumentId];
    }

    /**
     * Takes an event: a row, a checksum or the end of a burst of a book, or the status of any channel;
     * others are of no concern.
     */
    public void onEvent(Event event) {
        OrderBook book = bookOf(event.channelId());
        if (book == null) {
            return;
        }
        switch (event.type()) {
            case BOOK_ENTRY -> onEntry(book, event);
            case BOOK_CHECKSUM -> onChecksum(book, event);
            case BOOK_BURST_END -> onBurstEnd(book, event);
            case CHANNEL_STATUS -> book.sessionHealth(event.health());
            default -> {}
        }
    }

    private OrderBook bookOf(int channelId) {
        if (channelId < 0) {
            return null;
        }
        OrderBook book = byChannel[channelId];
        if (book != null) {
            return book;
        }
        MarketChannel channel = channels.get(channelId);
        return channel == null ? null : register(channel);
    }

    private void onEntry(OrderBook book, Event event) {
        BookWatch watch = book.watch();
        book.sessionHealth(event.health());
        if (event.isSnapshot() && event.isFirst()) {
            book.clear();
            watch.onSnapshotStart();
        }
        book.onRow(event);
        watch.onEntry();
        boolean room = entry.wrap(event).isNone() || BookUpdate.apply(book, entry);
        if (event.isSnapshot() && event.isLast()) {
            watch.onSnapshotEnd();
        }
        if (!room) {
            watch.onOverflow();
            watch.want(ResyncReason.OVERFLOW);
            ask(book, event.receiveTimeNs());
            afterwards(book);
        }
    }

    private void onChecksum(OrderBook book, Event event) {
        book.sessionHealth(event.health());
        int channelId = book.channel().id();
        if (book.channel().isFunding() || !book.isWhole()) {
            statistics.increment(channelId, Figure.CHECKSUMS_SKIPPED);
        } else if (digest.of(book) == checksum.wrap(event).value()) {
            statistics.increment(channelId, Figure.CHECKSUMS_PASSED);
            book.watch().onChecksumPassed();
        } else {
            statistics.increment(channelId, Figure.CHECKSUMS_FAILED);
            book.watch().want(ResyncReason.CHECKSUM);
            ask(book, event.receiveTimeNs());
        }
        afterwards(book);
    }

    private void ask(OrderBook book, long nowNs) {
        BookWatch watch = book.watch();
        ResyncReason reason = watch.wanted();
        if (reason != null && watch.mayAsk(nowNs) && listener.onResyncNeeded(book, reason)) {
            watch.onAsked(nowNs);
        }
    }

    private void onBurstEnd(OrderBook book, Event event) {
        book.sessionHealth(event.health());
        book.watch().onBurstEnd();
        look(book, event.receiveTimeNs());
    }

    private void look(OrderBook book, long nowNs) {
        BookWatch watch = book.watch();
        boolean settled = watch.settle(book.isCrossed(), book.isTooLong(), nowNs);
        ask(book, nowNs);
        afterwards(book);
        if (settled && watch.isUntold()) {
            watch.onTold();
            listener.onBook(book);
        }
    }

    private void afterwards(OrderBook book) {
        int id = book.channel().id();
        int found = book.watch().found();
        waiting |= book.watch().isWaiting();
        if (statistics.get(id, Figure.BOOK_HEALTH) != found) {
            statistics.set(id, Figure.BOOK_HEALTH, found);
            listener.onFound(book, found);
        }
    }

    /** Takes the time, of a {@code TIME_TICK}: what has lasted too long is told. */
    public void onTime(long nowNs) {
        if (!waiting) {
            return;
        }
        waiting = false;
        for (int i = 0; i < count; i++) {
            BookWatch watch = books[i].watch();
            if (watch.isWaiting() && !watch.isInBurst()) {
                look(books[i], nowNs);
            }
            waiting |= watch.isWaiting(); // in a burst: its end comes soon
        }
    }
}
