package io.hayate.strategy;

import io.hayate.event.BookChecksum;
import io.hayate.event.BookEntry;
import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Liquidation;
import io.hayate.event.Trade;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;

/**
 * Market data on the ring of a {@link RunnerRig}, a row at a time, as the session publishes it. Allocates
 * nothing but for snapshots of a book.
 */
public final class MarketFeed {
    private static final long MINUTE_MS = 60_000;

    private final RunnerRig rig;
    private final Event event = Event.allocate();
    private final Trade trade = new Trade();
    private final BookEntry entry = new BookEntry();
    private final Candle candle = new Candle();
    private final BookChecksum checksum = new BookChecksum();
    private final DerivativeStatus derivative = new DerivativeStatus();
    private final Liquidation liquidation = new Liquidation();
    private final ChannelStatus status = new ChannelStatus();
    private int health = Health.LIVE;

    public MarketFeed(RunnerRig rig) {
        this.rig = rig;
    }

    /** The channel, known from now on. */
    public MarketChannel channel(ChannelSpec spec) {
        return rig.channels.register(spec, rig.instruments);
    }

    /** What the session knows against the channels from now on. */
    public void health(int words) {
        health = words;
    }

    private Event begin(MarketChannel channel, EventType type) {
        event.begin(channel.instrumentId(), rig.nowNs()).channelId(channel.id());
        return event.health(health).type(type);
    }

    private void publish() {
        rig.publish(event);
    }

    /** A print; the amount of a sell is negative. */
    public void print(MarketChannel channel, long id, double price, double signed) {
        prepare(channel, id, price, signed);
        publish();
    }

    void printOfSnapshot(MarketChannel channel, long id, double price, double signed) {
        prepare(channel, id, price, signed);
        event.snapshot();
        publish();
    }

    private void prepare(MarketChannel channel, long id, double price, double signed) {
        trade.wrap(begin(channel, EventType.TRADE)).id(id).timeMs(id * 10).period(0);
        trade.price(price).amount(Math.abs(signed)).side(signed > 0 ? Side.BUY : Side.SELL);
        trade.isUpdate(false);
    }

    /** A book as a snapshot, and its end: each row price, count, signed amount. */
    public void snapshot(MarketChannel channel, double[]... rows) {
        for (int i = 0; i < rows.length; i++) {
            prepare(channel, rows[i][0], (int) rows[i][1], rows[i][2]);
            event.place(i == 0, i == rows.length - 1).snapshot();
            publish();
        }
        endBurst(channel);
    }

    /** A book as a snapshot without rows, and its end. */
    void emptySnapshot(MarketChannel channel) {
        entry.wrap(begin(channel, EventType.BOOK_ENTRY).snapshot()).none();
        publish();
        endBurst(channel);
    }

    /** A row of an update. */
    public void level(MarketChannel channel, double price, int count, double signed) {
        prepare(channel, price, count, signed);
        publish();
    }

    private void prepare(MarketChannel channel, double price, int count, double signed) {
        entry.wrap(begin(channel, EventType.BOOK_ENTRY)).orderId(0).price(price).count(count);
        entry.amount(Math.abs(signed)).period(0);
        entry.change(signed > 0 ? Side.BUY : Side.SELL, count == 0);
    }

    public void endBurst(MarketChannel channel) {
        begin(channel, EventType.BOOK_BURST_END);
        publish();
    }

    void checksum(MarketChannel channel, int value) {
        checksum.wrap(begin(channel, EventType.BOOK_CHECKSUM)).value(value);
        publish();
    }

    void candle(MarketChannel channel, int minute, double close) {
        prepare(channel, minute, close);
        publish();
    }

    void candleOfSnapshot(MarketChannel channel, int minute, double close) {
        prepare(channel, minute, close);
        event.snapshot();
        publish();
    }

    private void prepare(MarketChannel channel, int minute, double close) {
        candle.wrap(begin(channel, EventType.CANDLE)).timeMs(minute * MINUTE_MS).volume(1);
        candle.open(close).close(close).high(close).low(close);
    }

    void derivativeStatus(MarketChannel channel, double markPrice) {
        derivative.wrap(begin(channel, EventType.DERIVATIVE_STATUS)).markPrice(markPrice);
        publish();
    }

    void liquidation(MarketChannel channel, int instrumentId, double amount) {
        begin(channel, EventType.LIQUIDATION).instrumentId(instrumentId);
        liquidation.wrap(event).amount(amount);
        publish();
    }

    /** The session tells what it knows against the channel from now on. */
    void status(MarketChannel channel, int words) {
        begin(channel, EventType.CHANNEL_STATUS).health(words);
        status.wrap(event).previousHealth(health).code(0).text("tested");
        publish();
    }

    void nothing(MarketChannel channel) {
        begin(channel, EventType.NONE);
        publish();
    }
}
