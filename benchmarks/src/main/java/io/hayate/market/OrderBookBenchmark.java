package io.hayate.market;

import io.hayate.benchmarks.BenchmarkDefaults;
import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of one row of a book, the end of its burst included, where the best prices are read: rows in
 * generated bursts of the recorded shape. {@link #hayate} is the strategy's thread from a slot of the
 * ring on, {@link #bookAlone} what of it is the book.
 */
public class OrderBookBenchmark extends BenchmarkDefaults implements OrderBooks.Listener {
    @Param({"P0 25", "P0 250", "R0 250"})
    String book;

    private final MarketChannels channels = new MarketChannels();
    private final TreeMapBook maps = new TreeMapBook();
    private final Event burstEnd = Event.allocate();
    private final BookEntry entry = new BookEntry();
    private OrderBooks books;
    private OrderBook alone;
    private BurstRows rows;
    private boolean raw;
    private int next;
    private double spread;

    @Override
    public void onBook(OrderBook changed) {
        spread = changed.spread();
    }

    @Override
    public boolean onResyncNeeded(OrderBook wrong, ResyncReason reason) {
        throw new IllegalStateException(reason.text());
    }

    /** Makes the bursts, and the books that they start from. */
    @Setup
    public void setUp() {
        String[] words = book.split(" ", -1);
        BookPrecision precision = BookPrecision.ofWire(words[0]);
        int length = Integer.parseInt(words[1]);
        raw = precision.isRaw();
        MarketChannel channel =
                channels.register(
                        ChannelSpec.book("tBTCUSD", precision, "F0", length), new Instruments());
        burstEnd.begin(channel.instrumentId(), 1).channelId(channel.id());
        burstEnd.type(EventType.BOOK_BURST_END);
        books = new OrderBooks(channels, new ChannelStatistics(1), this);
        alone = new OrderBook(channel);
        BookBursts bursts = new BookBursts(raw, length);
        rows = new BurstRows(bursts.snapshot(), channel);
        for (int i = 0; i < rows.size; i++) {
            books.onEvent(rows.events[i].place(i == 0, i == rows.size - 1).snapshot());
            applyAlone(i);
            applyToMaps(rows.events[i]);
        }
        rows = new BurstRows(bursts.rows(), channel);
    }

    private int nextRow() {
        int row = next;
        next = row + 1 == rows.size ? 0 : row + 1;
        return row;
    }

    /** As the strategy's thread does it. */
    @Benchmark
    public double hayate() {
        int row = nextRow();
        books.onEvent(rows.events[row]);
        if (rows.lasts[row]) {
            books.onEvent(burstEnd);
        }
        return spread;
    }

    /** The book itself, of numbers in arrays: no slots, checks, health or figures. */
    @Benchmark
    public double bookAlone() {
        int row = nextRow();
        applyAlone(row);
        if (rows.lasts[row]) {
            spread = alone.spread();
        }
        return spread;
    }

    private void applyAlone(int i) {
        if (rows.deletes[i]) {
            BookUpdate.delete(alone, rows.sides[i], rows.ids[i], rows.prices[i], 0);
        } else {
            double amount = rows.amounts[i];
            BookUpdate.set(
                    alone, rows.sides[i], rows.ids[i], rows.prices[i], 0, amount, rows.counts[i]);
        }
    }

    /** Sorted maps of boxed numbers, without checks, health or figures. */
    @Benchmark
    public double treeMap() {
        int row = nextRow();
        applyToMaps(rows.events[row]);
        if (rows.lasts[row]) {
            spread = maps.spread();
        }
        return spread;
    }

    private void applyToMaps(Event event) {
        entry.wrap(event);
        if (raw) {
            maps.applyOrder(entry);
        } else {
            maps.applyLevel(entry);
        }
    }
}
