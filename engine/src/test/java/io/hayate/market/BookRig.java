package io.hayate.market;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hayate.event.BookChecksum;
import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.MarketChannels;
import io.hayate.model.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A keeper of books with a listener that writes down, and rows as the venue writes them. */
final class BookRig implements OrderBooks.Listener {
    static final long SECOND_NS = 1_000_000_000L;

    final MarketChannels channels = new MarketChannels();
    final ChannelStatistics statistics = new ChannelStatistics(4);
    final OrderBooks books = new OrderBooks(channels, statistics, this);
    final MarketChannel channel;

    /** What the listener was told: {@code live}, {@code crossed}, {@code resync wrong checksum}. */
    final List<String> told = new ArrayList<>();

    long nowNs = -5 * SECOND_NS; // such a clock may start anywhere
    int sessionHealth;
    boolean takesResyncs = true;

    /** Where copies of rows go; null for nowhere. */
    List<Event> copies;

    private final Event event = Event.allocate();
    private final BookEntry entry = new BookEntry();
    private final BookChecksum checksum = new BookChecksum();

    BookRig(ChannelSpec spec) {
        channel = channels.register(spec, new Instruments());
    }

    @Override
    public void onBook(OrderBook book) {
        told.add(book.healthText());
    }

    @Override
    public boolean onResyncNeeded(OrderBook book, ResyncReason reason) {
        told.add("resync " + reason.text());
        return takesResyncs;
    }

    OrderBook book() {
        return books.register(channel);
    }

    /** What was told since this was last asked. */
    List<String> told() {
        List<String> since = List.copyOf(told);
        told.clear();
        return since;
    }

    long figure(Figure figure) {
        return statistics.get(channel.id(), figure);
    }

    /** A snapshot and the end of its burst. */
    void snapshot(String rows) {
        snapshotRows(parse(rows));
        burstEnd();
    }

    void snapshotRows(List<double[]> rows) {
        if (rows.isEmpty()) {
            entry.wrap(begin(EventType.BOOK_ENTRY)).none();
            books.onEvent(event.snapshot());
        }
        for (int i = 0; i < rows.size(); i++) {
            write(rows.get(i));
            send(event.place(i == 0, i == rows.size() - 1).snapshot());
        }
    }

    /** Rows of a burst that goes on. */
    void rows(String rows) {
        parse(rows).forEach(this::row);
    }

    void row(double[] row) {
        write(row);
        send(event);
    }

    private void send(Event row) {
        if (copies != null) {
            Event copy = Event.allocate();
            copy.copyFrom(row);
            copies.add(copy);
        }
        books.onEvent(row);
    }

    /** Rows, and the end of their burst. */
    void burst(String rows) {
        rows(rows);
        burstEnd();
    }

    void burstEnd() {
        books.onEvent(begin(EventType.BOOK_BURST_END));
    }

    void checksum(int value) {
        checksum.wrap(begin(EventType.BOOK_CHECKSUM)).value(value);
        books.onEvent(event);
    }

    void status(int health) {
        sessionHealth = health;
        books.onEvent(begin(EventType.CHANNEL_STATUS));
    }

    /** Lets time pass, and tells it. */
    void pass(long ns) {
        nowNs += ns;
        books.onTime(nowNs);
    }

    private Event begin(EventType type) {
        event.begin(channel.instrumentId(), nowNs).channelId(channel.id());
        return event.health(sessionHealth).venueTimeMs(1_700_000_000_000L).type(type);
    }

    private void write(double[] row) {
        entry.wrap(begin(EventType.BOOK_ENTRY));
        boolean funding = channel.isFunding();
        int at = 0;
        if (channel.spec().isRaw()) {
            entry.orderId((long) row[at++]);
            entry.period(funding ? (int) row[at++] : 0);
            entry.price(row[at++]).count(entry.price() == 0 ? 0 : 1);
        } else {
            entry.orderId(0).price(row[at++]);
            entry.period(funding ? (int) row[at++] : 0);
            entry.count((int) row[at++]);
        }
        double amount = row[at];
        entry.amount(Math.abs(amount));
        entry.change((amount < 0) == funding ? Side.BUY : Side.SELL, entry.count() == 0);
    }

    /** The rows of {@code [1,2,3]} or {@code [[1,2,3],[4,5,6]]}. */
    static List<double[]> parse(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            List<double[]> rows = new ArrayList<>();
            List<Double> row = new ArrayList<>();
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.END_ARRAY && !row.isEmpty()) {
                    rows.add(row.stream().mapToDouble(Double::doubleValue).toArray());
                    row.clear();
                } else if (parser.currentToken().isNumeric()) {
                    row.add(parser.getDoubleValue());
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
