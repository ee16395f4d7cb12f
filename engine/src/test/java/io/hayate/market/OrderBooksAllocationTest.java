package io.hayate.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.codec.Allocations;
import io.hayate.event.BookChecksum;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import io.hayate.model.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A strategy that reads all there is of each burst, and a checksum with each. */
class OrderBooksAllocationTest implements OrderBooks.Listener {
    private static final int UPDATES = 1_000_000;
    private static final int RUNS = 100_000; // of Allocations
    private static final int BURSTS = 2_000;

    private final MarketChannels channels = new MarketChannels();
    private final ChannelStatistics statistics = new ChannelStatistics(4);
    private final OrderBooks books = new OrderBooks(channels, statistics, this);
    private final BookDigest digest = new BookDigest();
    private final LevelVisitor visitor = this::add;
    private final List<Event> events = new ArrayList<>();
    private long nowNs;
    private double sum;
    private int asked;
    private int next;

    private boolean add(int level, double price, double amount, int count) {
        sum += price * amount * count;
        return true;
    }

    @Override
    public void onBook(OrderBook book) {
        book.forEachLevel(Side.BUY, visitor);
        sum += book.microprice() + book.imbalance(5) + book.priceFor(Side.BUY, 3);
        sum += book.worstPriceFor(Side.SELL, 3) + book.depthTo(Side.SELL, book.midPrice());
        sum += book.healthText().length() + book.orders(Side.BUY);
    }

    @Override
    public boolean onResyncNeeded(OrderBook book, ResyncReason reason) {
        asked++;
        return true;
    }

    @ParameterizedTest
    @CsvSource({"tBTCUSD, P0, 25", "tBTCUSD, R0, 100", "fUSD, P0, 25"})
    void shouldAllocateNothingForUpdatesAndChecksums(
            String symbol, BookPrecision precision, int length) throws IOException {
        ChannelSpec spec = ChannelSpec.book(symbol, precision, "F0", length);
        MarketChannel channel = channels.register(spec, new Instruments());
        record(channel);
        int updatesARun = UPDATES / RUNS;

        long bytes = Allocations.of(i -> play(updatesARun));

        assertEquals(0, bytes);
        boolean funding = channel.isFunding();
        Figure counted = funding ? Figure.CHECKSUMS_SKIPPED : Figure.CHECKSUMS_PASSED;
        assertTrue(statistics.get(channel.id(), counted) > BURSTS);
        assertTrue(statistics.get(channel.id(), Figure.CHECKSUMS_FAILED) > 0 || funding);
        assertTrue(asked > 0 || funding);
        assertTrue(sum != 0);
    }

    private void play(int updates) {
        for (int rows = 0; rows < updates; ) {
            Event event = events.get(next++ % events.size());
            books.onEvent(event);
            rows += event.type() == EventType.BOOK_ENTRY ? 1 : 0;
        }
        nowNs += 1_000;
        books.onTime(nowNs);
    }

    /** Bursts with their checksums, from a snapshot to a checksum that is wrong. */
    private void record(MarketChannel channel) {
        BookRig rig = new BookRig(channel.spec());
        boolean raw = channel.spec().isRaw();
        Depth depth = new Depth(new Random(3), raw, channel.isFunding(), channel.spec().length());
        copy(rig, channel, () -> rig.snapshotRows(depth.snapshot()));
        for (int i = 0; i < BURSTS; i++) {
            copy(rig, channel, () -> depth.burst().forEach(rig::row));
            add(channel, EventType.BOOK_CHECKSUM, digest.of(rig.book()));
            add(channel, EventType.BOOK_BURST_END, 0);
        }
        add(channel, EventType.BOOK_CHECKSUM, ~digest.of(rig.book()));
    }

    private void copy(BookRig rig, MarketChannel channel, Runnable writer) {
        rig.copies = new ArrayList<>();
        writer.run();
        rig.copies.forEach(copy -> events.add(copy.channelId(channel.id())));
    }

    private void add(MarketChannel channel, EventType type, int value) {
        Event event = Event.allocate().begin(channel.instrumentId(), 1).channelId(channel.id());
        new BookChecksum().wrap(event).value(value);
        events.add(event.type(type));
    }
}
