package io.hayate.strategy;

import io.hayate.event.Command;
import io.hayate.event.CommandType;
import io.hayate.event.DecisionClock;
import io.hayate.event.Event;
import io.hayate.event.EventListener;
import io.hayate.event.EventRing;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.SharedReads;
import io.hayate.event.SharedValue;
import io.hayate.event.TimeTick;
import io.hayate.event.WalletUpdate;
import io.hayate.market.OrderBook;
import io.hayate.market.OrderBooks;
import io.hayate.market.ResyncReason;
import io.hayate.metrics.Meters;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.OrderStatus;
import io.hayate.model.RequestKind;
import io.hayate.order.Balances;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import io.hayate.order.TradingAccount;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;

/**
 * Takes events from the ring, brings orders and balances up to date, and calls the strategy.
 *
 * <p>Strategy thread, or the loop where both are one. Allocates nothing on market data,
 * but when a channel is first seen.
 */
public final class StrategyRunner implements Agent, EventListener {
    private static final int EVENT_LIMIT = 64; // at once: then the slots are free again
    private static final long TURN_NS = 1_000_000;

    private final EventRing ring;
    private final OrderManager orders;
    private final Balances balances;
    private final ToldHoldings holdings;
    private final Notices notices;
    private final DataInHand data;
    private final StrategyGroup strategy;
    private final MarketState market;
    private final MarketDesk marketDesk;
    private final CommandDesk commands;
    private final AccountNews news;
    private final AtomicLongArray ticks = new AtomicLongArray(Instruments.COUNT_MAX);

    private final ExecutionReport report = new ExecutionReport();
    private final DecisionClock decisions;
    private final ExecutionReport ownReport = new ExecutionReport();
    private final WalletUpdate wallet = new WalletUpdate();
    private final SessionStatus status = new SessionStatus();
    private final TimeTick time = new TimeTick();
    private final Command command = new Command();
    private final LookEnd lookEnd = new LookEnd();

    /**
     * A runner that has not begun.
     *
     * @param decisions tells how old an event is when a strategy asks, and what else an order may hang on
     */
    public StrategyRunner(StrategySetup setup, List<Strategy> plugged, DecisionClock decisions) {
        this.decisions = decisions;
        ring = setup.ring();
        TradingAccount account = setup.account();
        Meters meters = setup.meters();
        orders = account.orders();
        balances = account.balances();
        holdings = new ToldHoldings(account.positions().portfolio().atVenue());
        notices = setup.notices();
        market =
                new MarketState(
                        setup.markets(),
                        meters.statistics(),
                        (type, channelId) -> ask(setup, type, channelId),
                        new BookNews());
        data = new DataInHand(market);
        InstrumentQuotes quotes = new InstrumentQuotes(market, true);
        CallbackWatch watch =
                new CallbackWatch(setup.config().callbackMaxMs(), setup.markets().reads());
        strategy = new GroupMaker(setup, market, data, quotes, watch).make(plugged, decisions);
        news = new AccountNews(account, meters.incidents());
        marketDesk =
                new MarketDesk(
                        market,
                        new HealthNews(notices),
                        meters.tickToTrade(),
                        data,
                        strategy,
                        decisions.plain());
        commands = new CommandDesk(account, notices, market, strategy, setup.commands(), decisions);
    }

    private boolean ask(StrategySetup setup, CommandType type, int channelId) {
        SharedReads reads = setup.markets().reads();
        decisions.onMeeting();
        boolean mayBe = reads.expects(SharedValue.COMMAND_ROOM, true);
        return reads.read(
                SharedValue.COMMAND_ROOM, mayBe && setup.commands().offer(type, channelId, 0));
    }

    /** What the keeper of the books has to say. */
    private final class BookNews implements OrderBooks.Listener {
        @Override
        public void onBook(OrderBook book) {
            marketDesk.onBook(book);
        }

        @Override
        public boolean onResyncNeeded(OrderBook book, ResyncReason reason) {
            return market.ask(CommandType.RESYNC, book.channel());
        }

        @Override
        public void onFound(OrderBook book, int words) {
            marketDesk.onFound(book, words);
        }
    }

    @Override
    public String roleName() {
        return "strategy";
    }

    /**
     * Takes what waits in the ring, for a bounded time: a fast strategy has seen all of a burst before
     * the loop reads on, a slow one does not keep the loop from the socket, where newer data waits.
     */
    @Override
    public int doWork() {
        int events = ring.poll(this, EVENT_LIMIT);
        if (events < EVENT_LIMIT) {
            return events;
        }
        NanoClock clock = decisions.plain();
        long endNs = clock.nanoTime() + TURN_NS;
        int last = events;
        while (last == EVENT_LIMIT && clock.nanoTime() - endNs < 0) {
            last = ring.poll(this, EVENT_LIMIT);
            events += last;
        }
        return events;
    }

    /** Takes so many events at most; returns how many. */
    public int handle(int most) {
        return ring.poll(this, most);
    }

    /** Has the memory at hand that the next order will need; nothing changes. */
    public void prefetch() {
        orders.prefetch();
    }

    /** Events taken so far. */
    public long handled() {
        return decisions.events();
    }

    /** Interrupts a callback that lasts too long; the watching thread's. */
    public CallbackWatch watch() {
        return strategy.watch();
    }

    /** The strategies that run, for whoever stops and starts them; any thread. */
    public Strategies strategies() {
        return new Strategies(strategy, orders, decisions);
    }

    /** Tickers taken of an instrument; any thread. */
    public long ticks(int instrumentId) {
        return ticks.get(instrumentId);
    }

    /** True once the strategies have stopped and their orders have been asked to be canceled; any thread. */
    public boolean isStopped() {
        return strategy.isStopped();
    }

    @Override
    public void onEvent(Event event) {
        decisions.onEvent(event.receiveTimeNs());
        orders.onEvent(event.receiveTimeNs());
        data.onEvent(event);
        switch (event.type()) {
            case TICKER -> onTicker(event);
            case TRADE,
                    BOOK_ENTRY,
                    BOOK_CHECKSUM,
                    BOOK_BURST_END,
                    CANDLE,
                    DERIVATIVE_STATUS,
                    LIQUIDATION,
                    CHANNEL_STATUS ->
                    marketDesk.onChannelEvent(event);
            case NONE, BOOK_VIEW -> {} // a frame that broke half way; what only notices hold
            default -> onOther(event);
        }
    }

    /** What has to do with the loop, too: a replay must know when it was handled. */
    private void onOther(Event event) {
        decisions.onMeeting();
        switch (event.type()) {
            case TIME_TICK -> onTime(event);
            case EXECUTION_REPORT -> onExecutionReport(event);
            case WALLET_UPDATE -> onWallet(event);
            case HOLDING_UPDATE -> holdings.onEvent(event);
            case SESSION_STATUS -> onSessionStatus(event);
            case COMMAND ->
                    commands.onCommand(target(event), command.wrap(event), event.receiveTimeNs());
            case OPERATOR -> orders.onOperator(event.receiveTimeNs(), status.wrap(event).text());
            case PAST_REPORT -> onPastReport(event);
            case LOOK_END -> orders.onLookEnd(lookEnd.wrap(event), event.venueSequence());
            default -> throw new IllegalStateException("an event of type " + event.type());
        }
    }

    private static int target(Event event) {
        int channelId = event.channelId();
        return channelId == MarketChannel.NONE ? event.instrumentId() : channelId;
    }

    private void onTicker(Event event) {
        int id = event.instrumentId();
        ticks.lazySet(id, ticks.getPlain(id) + 1);
        marketDesk.onTicker(event);
    }

    private void onTime(Event event) {
        time.wrap(event);
        data.onTime(time.timeMs());
        strategy.onClock(time.timeMs());
        orders.onTime(time.timeNs(), time.timeMs(), time.accountSeenNs());
        news.onTime();
        strategy.onAccount();
        market.books().onTime(time.timeNs());
        data.onEvent(event); // not that of a book which was told just now
        strategy.onTime(time.timeNs());
    }

    private void onExecutionReport(Event event) {
        report.wrap(event);
        Order order = orders.onExecutionReport(report, event.instrumentId(), event.isLast());
        orders.others().onReport(event, report, order);
        if (order != null) {
            news.onReport(report, order, event.receiveTimeNs());
        }
        if (order != null && isLateRefusal(order)) {
            report.isOutcomeOpen(true); // the order lives, or has ended otherwise
        }
        Order recovered = orders.takeRecovered();
        if (recovered != null) {
            strategy.onRecovered(recovered);
        }
        if (report.kind() != ReportKind.NO_OPEN_ORDERS) {
            notices.offer(NoticeType.EVENT, event);
            strategy.onExecutionReport(report, order);
        }
    }

    /** A fill that nobody had told is told as one, and an end as its row. */
    private void onPastReport(Event event) {
        report.wrap(event);
        Order order = orders.onPastReport(report, event.instrumentId(), event.venueSequence());
        if (order != null) {
            boolean isFill = report.kind() == ReportKind.FILL_FEE;
            report.kind(isFill ? ReportKind.FILL : report.kind());
            notices.offer(NoticeType.EVENT, event.type(EventType.EXECUTION_REPORT));
            strategy.onExecutionReport(report, order);
        }
    }

    private boolean isLateRefusal(Order order) {
        return report.kind() == ReportKind.REQUEST_ANSWER
                && report.request() == RequestKind.NEW_ORDER
                && report.isRefused()
                && order.status() != OrderStatus.REJECTED;
    }

    private void onWallet(Event event) {
        wallet.wrap(event);
        balances.onWallet(event, wallet);
        if (!wallet.isNone()) {
            notices.offer(NoticeType.EVENT, event);
            strategy.onWallet(wallet);
        }
    }

    private void onSessionStatus(Event event) {
        notices.offer(NoticeType.EVENT, event);
        status.wrap(event);
        if (status.isPrimary()) { // what concerns other connections is their channels' news
            orders.onSessionStatus(status);
            news.onSessionStatus(status, event.receiveTimeNs());
            strategy.onSessionStatus(status);
            strategy.onAccount();
        }
    }

    /**
     * Tells what Hayate itself found out about an order: the view always, the strategy unless it is
     * just sending another, as its callbacks come one at a time.
     */
    public void onOwnReport(Event event, Order order) {
        notices.offer(NoticeType.EVENT, event);
        strategy.onOwnReport(ownReport.wrap(event), order);
    }
}
