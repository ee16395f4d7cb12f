package io.hayate.load;

import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.market.OrderBook;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at everything and does nothing; allocates only for what the session has to say. */
final class LoadStrategy implements Strategy {
    private static final int WORDS_MAX = 200;

    private final AtomicLong tickers = new AtomicLong();
    private final AtomicLong trades = new AtomicLong();
    private final AtomicLong books = new AtomicLong();
    private final AtomicLong unhealthy = new AtomicLong();
    private final Queue<String> words = new ConcurrentLinkedQueue<>();
    private int said;
    private double sum;

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        sum += ticker.bidPrice();
        add(tickers);
        count(ticker.isHealthy());
    }

    @Override
    public void onTrade(Instrument instrument, Trade trade) {
        sum += trade.price();
        add(trades);
        count(trade.isHealthy());
    }

    @Override
    public void onBook(OrderBook book) {
        sum += book.imbalance(5);
        add(books);
        count(book.isHealthy());
    }

    private void count(boolean healthy) {
        if (!healthy) {
            add(unhealthy);
        }
    }

    private static void add(AtomicLong figure) {
        figure.lazySet(figure.getPlain() + 1); // one writer
    }

    @Override
    public void onSessionStatus(SessionStatus status) {
        if (!status.text().isEmpty() && said++ < WORDS_MAX) {
            words.add(status.state() + " " + status.text());
        }
    }

    long tickers() {
        return tickers.get();
    }

    long trades() {
        return trades.get();
    }

    long books() {
        return books.get();
    }

    /** Callbacks with data that were told to be less than right. */
    long unhealthy() {
        return unhealthy.get();
    }

    /** What the session said, oldest first. */
    Queue<String> words() {
        return words;
    }

    /** Something that depends on all data, so that reading it is no dead code. */
    double sum() {
        return sum;
    }
}
