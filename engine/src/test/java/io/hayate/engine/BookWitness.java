package io.hayate.engine;

import io.hayate.event.ChannelStatus;
import io.hayate.event.Trade;
import io.hayate.market.OrderBook;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** Copies every book that it is told and that claims to be healthy, and all of them when asked. */
final class BookWitness implements Strategy {
    /** A book as it was told, or found. */
    record Seen(int channelId, boolean isHealthy, BookCopy copy) {}

    final Queue<Seen> told = new ConcurrentLinkedQueue<>();
    private final Set<Long> trades = new HashSet<>();
    private StrategyContext context;
    private volatile long askedNs = Long.MAX_VALUE;
    private volatile List<Seen> found;
    private volatile String complaint = "";

    /** What it found wrong by itself; empty for nothing. */
    String complaint() {
        return complaint;
    }

    /** All books as they are once all is taken that is in the ring now. */
    List<Seen> look(VenueRig rig) {
        found = null;
        askedNs = rig.nowNs();
        BooleanSupplier answered = () -> found != null;
        rig.await(answered, "a look at the books");
        askedNs = Long.MAX_VALUE;
        return found;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        given.scheduleEvery(1, 10);
    }

    @Override
    public void onTimer(int timerId) {
        if (found == null && context.timeNs() - askedNs > 0) { // told later than it was asked
            List<Seen> all = new ArrayList<>();
            for (int id = 0; id < context.channels(); id++) {
                OrderBook book = context.book(context.channel(id));
                if (book != null) {
                    all.add(new Seen(id, book.isHealthy(), BookCopy.of(book)));
                }
            }
            found = all;
        }
    }

    @Override
    public void onBook(OrderBook book) {
        if (context.isHealthy() != book.isHealthy()) {
            complain(book + ": " + context.healthText() + " but " + book.healthText());
        }
        if (book.isHealthy()) {
            told.add(new Seen(book.channel().id(), true, BookCopy.of(book)));
        }
    }

    @Override
    public void onTrade(Instrument instrument, Trade trade) {
        if (!trades.add(trade.id())) {
            complain("print " + trade.id() + " twice");
        }
    }

    @Override
    public void onChannelStatus(MarketChannel channel, ChannelStatus status) {
        if (status.text().length() == 0) {
            complain(channel + " without a reason");
        }
    }

    private void complain(String what) {
        complaint = complaint.isEmpty() ? what : complaint;
    }
}
