package io.hayate.order;

import io.hayate.books.BookSums;
import io.hayate.books.Books;
import io.hayate.books.DayLosses;
import io.hayate.books.WalletCheck;
import io.hayate.codec.FrameDecoder;
import io.hayate.codec.FrameKind;
import io.hayate.event.AccountDoubt;
import io.hayate.event.AccountStanding;
import io.hayate.event.DecisionClock;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Notices;
import io.hayate.event.OrderIntent;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.SharedReads;
import io.hayate.event.Tracer;
import io.hayate.event.TradingHalt;
import io.hayate.event.TradingState;
import io.hayate.event.VenueMaintenance;
import io.hayate.journal.FailingSegments;
import io.hayate.journal.OrderJournal;
import io.hayate.journal.TestJournal;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Clocks;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.SessionState;
import io.hayate.model.Side;
import io.hayate.outbound.OpenNumbers;
import io.hayate.outbound.OrderEntry;
import io.hayate.portfolio.Currencies;
import io.hayate.portfolio.DayProfit;
import io.hayate.portfolio.Funds;
import io.hayate.portfolio.Portfolio;
import io.hayate.risk.QuoteLimits;
import io.hayate.risk.RiskGate;
import io.hayate.risk.RiskLimits;
import io.hayate.risk.RiskVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An order manager whose socket is a list, fed with real frames by the real decoder, on a clock that
 * the test holds.
 */
final class OrderRig {
    static final int BTCUSD = 0;
    static final int ETHUSD = 1;
    static final int FUNDING = 2;
    static final long FIRST_ID = 20_000_000L;
    static final int ANSWER_TIMEOUT_MS = 3_000;
    static final RiskLimits NO_LIMITS =
            new RiskLimits(true, Long.MAX_VALUE, RiskLimits.UNLIMITED, RiskLimits.UNLIMITED);

    final List<String> sent = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final Counters counters = new Counters();
    final Positions positions;
    final Instruments instruments = Instruments.of(List.of("tBTCUSD", "tETHUSD", "fUSD"));
    final FailingSegments journal = new FailingSegments();
    final Counters journalCounters = new Counters();
    final OrderManager orders;
    final AccountDoubt doubt = new AccountDoubt();
    final AccountStanding standing = new AccountStanding();
    final TradingHalt halt = new TradingHalt();
    final VenueMaintenance maintenance = new VenueMaintenance();
    double bid = 97_000;
    boolean socketFull;
    Runnable onSend = () -> {};
    Runnable onAdopted = () -> {};

    private final FrameDecoder decoder = new FrameDecoder(instruments, 1 << 20);
    private final Event event = Event.allocate();
    private final ExecutionReport report = new ExecutionReport();
    private long nextId = FIRST_ID;
    private long nowNs = TimeUnit.HOURS.toNanos(5);
    private long nowMs = OrderFrames.NOON_MS;
    private long connection;

    OrderRig() {
        this(NO_LIMITS, 64);
    }

    OrderRig(RiskLimits limits, int capacity) {
        this(limits, capacity, List.of(), Map.of());
    }

    /**
     * With several strategies.
     *
     * @param own limits of each, by its number from 1
     * @param names by number; those beyond the limits have sums alone
     */
    OrderRig(RiskLimits limits, int capacity, List<RiskLimits> own, Map<Integer, String> names) {
        positions = new Positions(names.size());
        OrderEntry entry =
                new OrderEntry(
                        this::send,
                        new TickToTrade(),
                        new Tracer(new Notices(), false),
                        new TradingState(doubt, standing, maintenance, halt, SharedReads.PLAIN),
                        new DecisionClock(() -> nowNs),
                        TestJournal.of(journal, instruments, journalCounters, names));
        orders =
                new OrderManager(
                        instruments,
                        entry,
                        new RiskGate(limits, QuoteLimits.DEFAULTS),
                        new ClientOrderIds(this::reserve, 0),
                        new OrderKeeping(
                                new OpenNumbers(capacity),
                                ANSWER_TIMEOUT_MS,
                                DoubtKeeping.NONE,
                                own),
                        positions,
                        counters,
                        new Told());
        pass(0);
    }

    /** Books of other fills than those of its orders. */
    Books books() {
        Portfolio none = new Portfolio();
        return new Books(
                new OrderJournal(
                        new FailingSegments(), instruments, new Clocks(() -> 0, () -> 0), counters),
                List.of(new BookSums(none, new DayProfit(none), NoLosses.INSTANCE)),
                new WalletCheck(new Portfolio(), new Funds(new Currencies())),
                () -> 0);
    }

    private enum NoLosses implements DayLosses {
        INSTANCE;

        @Override
        public boolean isReached(int currency) {
            return false;
        }

        @Override
        public int count() {
            return 0;
        }

        @Override
        public void onReachedBefore(int currency, long timeMs) {} // there is none
    }

    private long reserve(long atLeast) {
        long first = nextId; // short ones: they stand in many frames
        nextId = first + ClientOrderIds.BLOCK_SIZE;
        return first;
    }

    private boolean send(long number, long id, DirectBuffer text, int offset, int length) {
        onSend.run();
        return !socketFull && sent.add(text.getStringWithoutLengthAscii(offset, length));
    }

    /** A rig whose session is live, the account ours. */
    static OrderRig live() {
        OrderRig rig = new OrderRig();
        rig.comeLive();
        return rig;
    }

    /** A new connection, up to LIVE. */
    void comeLive() {
        connection++;
        status(SessionState.CONNECTING, false);
        status(SessionState.AUTHENTICATING, false);
        standing.onToldWhole();
        status(SessionState.SUBSCRIBING, true);
        status(SessionState.LIVE, true);
    }

    void lose() {
        status(SessionState.DISCONNECTED, false);
    }

    void status(SessionState state, boolean authenticated) {
        SessionStatus status = new SessionStatus().wrap(Event.allocate());
        status.state(state).previousState(state).connection(connection);
        status.isAuthenticated(authenticated).isAccountTold(standing.isToldWhole()).text("");
        orders.onSessionStatus(status);
    }

    /** Lets time pass, told as the loop tells it. */
    void pass(long ms) {
        nowNs += TimeUnit.MILLISECONDS.toNanos(ms);
        nowMs += ms;
        orders.onTime(nowNs, nowMs, nowNs);
    }

    /** Handles an event that was received so long ago. */
    void handleLate(long waitedMs) {
        orders.onEvent(nowNs - TimeUnit.MILLISECONDS.toNanos(waitedMs));
    }

    /** Sets the wall clock alone. */
    void clock(long timeMs) {
        nowMs = timeMs;
        pass(0);
    }

    RiskVerdict buy(double amount) {
        return submit(BTCUSD, Side.BUY, amount);
    }

    /** At the market, by a strategy of several. */
    RiskVerdict trade(int strategy, Side side, double amount) {
        OrderIntent intent = Intents.market(BTCUSD, side, amount, OrderOrigin.STRATEGY);
        return orders.submit(intent.strategy(strategy));
    }

    RiskVerdict sell(double amount) {
        return submit(BTCUSD, Side.SELL, amount);
    }

    RiskVerdict send(OrderTicket ticket) {
        return orders.submit(Intents.quote(ticket.intent(), bid, bid + 1));
    }

    RiskVerdict send(OrderChange change) {
        Intents.quote(change.intent(), bid, bid + 1);
        return orders.update(change, OrderOrigin.STRATEGY);
    }

    int send(OrderBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            Intents.quote(batch.intent(i), bid, bid + 1);
        }
        return orders.send(batch, OrderOrigin.STRATEGY);
    }

    RiskVerdict submit(int instrumentId, Side side, double amount) {
        return orders.submit(Intents.market(instrumentId, side, amount, OrderOrigin.STRATEGY));
    }

    /** The order sent last, as the venue speaks of it under that number. */
    OrderFrames venue(long orderId) {
        Order order = orders.lastOrder();
        String symbol = order.instrument().symbol();
        double signed = order.side().sign() * order.amount();
        return OrderFrames.of(order.clientOrderId(), orderId, symbol, signed);
    }

    /** Takes a frame row by row; returns the order of the last row, or null for a foreign one. */
    Order receive(String frame) {
        byte[] bytes = frame.getBytes(StandardCharsets.US_ASCII);
        try {
            if (decoder.begin(new UnsafeBuffer(bytes), 0, bytes.length) != FrameKind.ACCOUNT) {
                throw new AssertionError("no account frame: " + frame);
            }
            int rows = decoder.rows();
            Order order = rows == 0 ? noOpenOrders() : null;
            for (int i = 0; i < rows; i++) {
                EventType type = decoder.decodeRow(event.begin(Instrument.NONE, nowNs));
                order = type == EventType.NONE ? null : take(i == rows - 1);
            }
            decoder.end();
            return order;
        } catch (IOException e) {
            throw new UncheckedIOException(frame, e);
        }
    }

    private Order noOpenOrders() {
        report.wrap(event.begin(Instrument.NONE, nowNs)).clear().kind(ReportKind.NO_OPEN_ORDERS);
        return take(true);
    }

    /** What the loop says of an order that it could not write. */
    Order notSent(long clientOrderId) {
        report.wrap(event.begin(Instrument.NONE, nowNs)).clear().kind(ReportKind.NOT_SENT);
        report.clientOrderId(clientOrderId);
        return take(true);
    }

    private Order take(boolean isLast) {
        orders.onEvent(nowNs);
        return orders.onExecutionReport(report.wrap(event), event.instrumentId(), isLast);
    }

    long count(Counter counter) {
        return counters.get(counter);
    }

    double position() {
        return positions.amount(BTCUSD);
    }

    /** Keeps what Hayate found out itself. */
    private final class Told implements OrderEvents {
        @Override
        public void onOutcomeUnknown(Order order) {
            told.add("unknown " + order.clientOrderId());
        }

        @Override
        public void onFillAdopted(Order order, long units) {
            told.add("adopted " + units + " of " + order.clientOrderId());
            onAdopted.run();
        }
    }
}
