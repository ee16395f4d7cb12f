package io.hayate.benchmarks;

import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.market.OrderBook;
import io.hayate.market.OrderBooks;
import io.hayate.market.ResyncReason;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.BookPrecision;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Cost of one row of a book, the end of its burst included, where the best prices are read: rows in
 * generated bursts of the recorded shape. {@link #write} is what of it is the slot's writing.
 */
public class OrderBookBenchmark extends BenchmarkDefaults implements OrderBooks.Listener {
    @Param({"P0 25", "P0 250", "R0 250"})
    String book;

    private final MarketChannels channels = new MarketChannels();
    private final TreeMapBook maps = new TreeMapBook();
    private final Event event = Event.allocate();
    private final Event burstEnd = Event.allocate();
    private final BookEntry entry = new BookEntry();
    private OrderBooks books;
    private MarketChannel channel;
    private BookBursts bursts;
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
        channel =
                channels.register(
                        ChannelSpec.book("tBTCUSD", precision, "F0", length), new Instruments());
        burstEnd.begin(channel.instrumentId(), 1).channelId(channel.id());
        burstEnd.type(EventType.BOOK_BURST_END);
        books = new OrderBooks(channels, new ChannelStatistics(1), this);
        bursts = new BookBursts(raw, length);
        List<BookBursts.Row> rows = bursts.snapshot();
        for (int i = 0; i < rows.size(); i++) {
            BookBursts.write(rows.get(i), channel, event, entry);
            applyToMaps();
            books.onEvent(event.place(i == 0, i == rows.size() - 1).snapshot());
        }
    }

    private BookBursts.Row writeNext() {
        BookBursts.Row row = bursts.get(next);
        next = next + 1 == bursts.size() ? 0 : next + 1;
        BookBursts.write(row, channel, event, entry);
        return row;
    }

    private void applyToMaps() {
        if (raw) {
            maps.applyOrder(entry);
        } else {
            maps.applyLevel(entry);
        }
    }

    /** The row into its slot, no more. */
    @Benchmark
    public BookBursts.Row write() {
        return writeNext();
    }

    /** As the strategy's thread does it. */
    @Benchmark
    public double hayate() {
        BookBursts.Row row = writeNext();
        books.onEvent(event);
        if (row.isLast()) {
            books.onEvent(burstEnd);
        }
        return spread;
    }

    /** Sorted maps of boxed numbers, without checks, health or figures. */
    @Benchmark
    public double treeMap() {
        BookBursts.Row row = writeNext();
        applyToMaps();
        if (row.isLast()) {
            spread = maps.spread();
        }
        return spread;
    }
}
