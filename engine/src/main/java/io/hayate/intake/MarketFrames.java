package io.hayate.intake;

import io.hayate.codec.FrameDecoder;
import io.hayate.codec.MarketType;
import io.hayate.event.BookEntry;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.Trade;
import io.hayate.intake.MarketConfig.TradeMessage;
import io.hayate.intake.Subscription.Pressure;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Channel;
import io.hayate.model.Health;
import java.io.IOException;

/**
 * Writes what frames of market data say to the ring: an event a row, those of a frame together. What
 * the ring has no room for is handled by class: of tickers, states and candles the latest are held;
 * all else waits for a while, see {@link RoomWait}, and then a book is given up until it can come anew,
 * and prints are dropped, and the next says so.
 *
 * <p>A snapshot is the first data of a channel, whatever its shape; and a list that comes later, but
 * of a book whose changes may come in lists.
 *
 * <p>Loop thread. Allocates nothing on a good frame.
 */
public final class MarketFrames {
    private static final int HEALED = InboundFrame.HEALED;

    private final FrameDecoder decoder;
    private final InboundFrame frame;
    private final EventPublisher publisher;
    private final HealthBoard board;
    private final HeldUpdates held;
    private final BurstEnds bursts;
    private final RoomWait wait;
    private final IntakeListener listener;
    private final MarketType tradeType;
    private final boolean bulk;
    private boolean isReading; // more of the read may come, or waits
    private final Trade trade = new Trade();
    private final BookEntry entry = new BookEntry();

    public MarketFrames(
            InboundFrame frame,
            EventPublisher publisher,
            HealthBoard board,
            RoomWait wait,
            MarketConfig config,
            IntakeListener listener) {
        decoder = frame.decoder();
        this.frame = frame;
        this.publisher = publisher;
        this.board = board;
        this.wait = wait;
        this.listener = listener;
        held = new HeldUpdates(frame, publisher);
        bursts = new BurstEnds(publisher, frame);
        tradeType =
                config.trades() == TradeMessage.TE
                        ? MarketType.TRADE_EXECUTED
                        : MarketType.TRADE_UPDATED;
        bulk = config.bulkUpdates();
    }

    /** Forgets what was held of a connection that is gone. */
    public void reset() {
        held.reset();
        bursts.reset();
        isReading = false;
    }

    /** The read is over: the bursts that it brought are. */
    public void onReadEnd() {
        isReading = false;
        if (!bursts.isEmpty()) {
            bursts.flush();
        }
    }

    /** Publishes what waits for room; called each turn. Returns how many events. */
    public int flush(Subscriptions subscriptions) {
        boolean isOver = !isReading && !bursts.isEmpty() && !publisher.isShortForMarket();
        return held.flush(subscriptions) + (isOver ? bursts.flush() : 0);
    }

    /** Takes the DATA frame begun; false when it is to be offered again. */
    public boolean onData(Subscription subscription) throws IOException {
        boolean list = decoder.isList();
        int rows = list ? decoder.rows() : 1;
        boolean snapshot = subscription.hasSnapshot() && isSnapshot(subscription, list);
        int slots = snapshot && subscription.isBook() ? Math.max(rows, 1) : rows;
        if (list && !mayBeList(subscription, rows)) {
            end(subscription);
            listener.onDoubt(
                    subscription,
                    rows == 0 ? "an empty list came" : "a list came in place of a row");
        } else if (!list && subscription.isBook() && subscription.isSnapshotLost()) {
            end(subscription); // it is marked, and asked for anew when it may be
        } else if (slots == 0) {
            onNothing(subscription, snapshot);
        } else if (!snapshot && !subscription.held().isEmpty()) {
            hold(subscription); // behind what is held, or in its place
            held.flush(subscription);
        } else if (!publish(subscription, rows, slots, snapshot)) {
            return onNoRoom(subscription, rows, snapshot);
        }
        return true;
    }

    /**
     * A list of rows comes of what begins with a snapshot, and of liquidations; one without rows says
     * something as a snapshot alone, or that nobody was liquidated.
     */
    private static boolean mayBeList(Subscription subscription, int rows) {
        if (!subscription.hasSnapshot()) {
            return !subscription.isToldWhole();
        }
        return rows > 0 || subscription.isFresh();
    }

    private boolean isSnapshot(Subscription subscription, boolean list) {
        return subscription.isFresh() || (list && !(bulk && subscription.isBook()));
    }

    private void hold(Subscription subscription) throws IOException {
        held.hold(subscription);
        noteClocks(subscription);
        onDecoded(subscription, false);
    }

    private void onNothing(Subscription subscription, boolean snapshot) throws IOException {
        end(subscription);
        onDecoded(subscription, snapshot);
    }

    private void end(Subscription subscription) throws IOException {
        frame.end();
        frame.onDecoded(subscription);
        noteClocks(subscription);
    }

    private void noteClocks(Subscription subscription) {
        boolean isAhead = frame.isAhead();
        if (isAhead != ((subscription.health() & Health.CLOCK_BAD) != 0)) {
            board.change(
                    subscription,
                    Health.CLOCK_BAD,
                    isAhead ? Health.CLOCK_BAD : 0,
                    isAhead ? "it was sent later than it came" : "the clocks agree again");
        }
    }

    private boolean publish(Subscription subscription, int rows, int slots, boolean snapshot)
            throws IOException {
        long first = publisher.claimMarket(slots);
        if (first == EventPublisher.NO_ROOM) {
            return false;
        }
        boolean whole = false;
        try {
            for (int i = 0; i < slots; i++) {
                frame.beginRow(publisher.slot(first + i), subscription);
            }
            decodeRows(subscription, first, rows, snapshot);
            onDecoded(subscription, snapshot); // before a strategy on its own thread may ask for it
            whole = true;
        } finally {
            publisher.publish(first, slots); // always, or every consumer stops at these slots
            if (!whole) {
                forgetTrades(subscription);
            }
        }
        return true;
    }

    private static void forgetTrades(Subscription subscription) {
        if (subscription.trades() != null) {
            subscription.trades().forgetFrame();
        }
    }

    private void decodeRows(Subscription subscription, long first, int rows, boolean snapshot)
            throws IOException {
        EventType type = EventType.NONE;
        int used = 0; // of the slots: a row of no use leaves its own to the next
        beginTrades(subscription);
        for (int i = 0; i < rows; i++) {
            Event event = publisher.slot(first + used);
            EventType rowType = decoder.decodeMarketRow(subscription.channel(), event);
            if (isNew(subscription, event, rowType)) {
                type = rowType;
                used++;
            }
        }
        end(subscription);
        if (used == 0 && snapshot && subscription.isBook()) {
            entry.wrap(publisher.slot(first)).none();
            type = EventType.BOOK_ENTRY;
            used = 1;
        }
        endRows(subscription, first, used, snapshot, type);
    }

    private static void beginTrades(Subscription subscription) {
        if (subscription.trades() != null) {
            subscription.trades().beginFrame();
        }
    }

    private boolean isNew(Subscription subscription, Event event, EventType type) {
        if (type == EventType.TRADE) {
            return subscription.trades().add(trade.wrap(event).id());
        }
        return type != EventType.NONE;
    }

    private void endRows(
            Subscription subscription, long first, int used, boolean snapshot, EventType type) {
        int health = frame.healthOf(subscription, isFirst(subscription, snapshot));
        for (int i = 0; i < used; i++) {
            Event event = publisher.slot(first + i).place(i == 0, i == used - 1);
            if (snapshot) {
                event.snapshot();
            }
            frame.endRow(event, health, type);
            health &= ~Health.CONFLATED; // the first tells what was left out before it
        }
        if (used > 0) {
            subscription.conflated(false);
        }
        if (type == EventType.BOOK_ENTRY && used > 0) {
            bursts.touch(subscription);
            isReading = true;
        }
    }

    /** True for data with which a channel may begin: prints are right without those of before. */
    private static boolean isFirst(Subscription subscription, boolean snapshot) {
        return snapshot || !subscription.needsSnapshot();
    }

    /** Data has come: the channel is not mute, and the first of it mends it. */
    private void onDecoded(Subscription subscription, boolean snapshot) {
        boolean first = isFirst(subscription, snapshot);
        boolean heals = first && subscription.isFresh();
        subscription.onData(first, frame.receiveTimeNs());
        if ((subscription.health() & HEALED) != 0) {
            board.change(subscription, heals ? HEALED : Health.STALE, 0, "it tells its data again");
        }
    }

    private boolean onNoRoom(Subscription subscription, int rows, boolean snapshot)
            throws IOException {
        Pressure pressure = subscription.pressure();
        if (pressure == Pressure.KEEP_LATEST && !snapshot) {
            hold(subscription);
        } else if (wait.begin(rows)) {
            return false;
        } else {
            lose(subscription, rows, snapshot);
        }
        return true;
    }

    private void lose(Subscription subscription, int rows, boolean snapshot) throws IOException {
        frame.end();
        drop(subscription, rows);
        if (subscription.pressure() == Pressure.DROP) {
            subscription.conflated(true);
            onDecoded(subscription, snapshot);
        } else {
            listener.onNoRoom(subscription, rows);
        }
    }

    private void drop(Subscription subscription, int rows) {
        frame.count(Counter.UPDATES_DROPPED, rows);
        frame.count(subscription, Figure.DROPPED, rows);
    }

    /** Takes the TYPED frame begun; false when it is to be offered again. */
    public boolean onTyped(Subscription subscription) throws IOException {
        MarketType type = decoder.marketType();
        Channel kind = subscription.channel().kind();
        if (kind == Channel.TRADES && type == tradeType) {
            return publish(subscription, 1, 1, false) || onNoRoom(subscription, 1, false);
        }
        boolean isChecksum = kind == Channel.BOOK && type == MarketType.CHECKSUM;
        boolean isOfUse = isChecksum && !subscription.isFresh(); // else the book is still to come
        if (isOfUse && publish(subscription, 1, 1, false)) {
            return true;
        }
        if (isOfUse && wait.begin(1)) {
            return false;
        }
        if (isOfUse) {
            drop(subscription, 1); // the next one will tell as much
        }
        end(subscription);
        onOtherType(subscription, type, kind);
        return true;
    }

    private void onOtherType(Subscription subscription, MarketType type, Channel kind) {
        boolean known =
                switch (type) {
                    case TRADE_EXECUTED, TRADE_UPDATED -> kind == Channel.TRADES;
                    case CHECKSUM -> kind == Channel.BOOK;
                    case UNKNOWN -> false;
                };
        if (!known) {
            frame.count(Counter.TYPES_UNKNOWN, 1);
            frame.count(subscription, Figure.UNKNOWN, 1);
        }
    }
}
