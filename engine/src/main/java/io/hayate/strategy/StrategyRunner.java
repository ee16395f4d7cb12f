package io.hayate.strategy;

import io.hayate.event.Command;
import io.hayate.event.Event;
import io.hayate.event.EventListener;
import io.hayate.event.EventRing;
import io.hayate.event.ExecutionReport;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.ReportKind;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.TimeTick;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Instruments;
import io.hayate.order.Balances;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import java.util.concurrent.atomic.AtomicLongArray;
import org.agrona.concurrent.Agent;

/**
 * Takes events from the ring, brings orders and balances up to date, and calls the strategy.
 *
 * <p>Strategy thread, or the loop where both are one. Allocates nothing on market data.
 */
public final class StrategyRunner implements Agent, EventListener {
    private static final int EVENT_LIMIT = 64; // at once: then the slots are free again
    private static final long TURN_NS = 1_000_000;

    private final EventRing ring;
    private final Instruments instruments;
    private final OrderManager orders;
    private final Balances balances;
    private final Notices notices;
    private final LatestTickers latest;
    private final TickToTrade tickToTrade;
    private final StrategyContext context;
    private final GuardedStrategy strategy;
    private final CommandDesk commands;
    private final AtomicLongArray ticks = new AtomicLongArray(Instruments.COUNT_MAX);

    private final Ticker ticker = new Ticker();
    private final ExecutionReport report = new ExecutionReport();
    private final ExecutionReport ownReport = new ExecutionReport();
    private final WalletUpdate wallet = new WalletUpdate();
    private final SessionStatus status = new SessionStatus();
    private final TimeTick time = new TimeTick();
    private final Command command = new Command();

    public StrategyRunner(StrategySetup setup, Strategy plugged) {
        ring = setup.ring();
        instruments = setup.instruments();
        orders = setup.orders();
        balances = setup.balances();
        notices = setup.notices();
        latest = new LatestTickers(instruments.count());
        tickToTrade = setup.tickToTrade();
        context =
                new StrategyContext(
                        instruments, orders, setup.positions(), balances, notices, latest);
        strategy = new GuardedStrategy(plugged, setup, context);
        commands = new CommandDesk(setup, latest, strategy);
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
        long endNs = System.nanoTime() + TURN_NS;
        int last = events;
        while (last == EVENT_LIMIT && System.nanoTime() - endNs < 0) {
            last = ring.poll(this, EVENT_LIMIT);
            events += last;
        }
        return events;
    }

    /** Tickers taken of an instrument; any thread. */
    public long ticks(int instrumentId) {
        return ticks.get(instrumentId);
    }

    /** True once the strategy has stopped and its orders have been asked to be canceled; any thread. */
    public boolean isStopped() {
        return strategy.isStopped();
    }

    @Override
    public void onEvent(Event event) {
        orders.onEvent(event.receiveTimeNs());
        context.onEvent(event.receiveTimeNs());
        switch (event.type()) {
            case TICKER -> onTicker(event);
            case TIME_TICK -> onTime(event);
            case EXECUTION_REPORT -> onExecutionReport(event);
            case WALLET_UPDATE -> onWallet(event);
            case SESSION_STATUS -> onSessionStatus(event);
            case COMMAND -> commands.onCommand(event.instrumentId(), command.wrap(event));
            case TRADE,
                    BOOK_ENTRY,
                    BOOK_CHECKSUM,
                    BOOK_BURST_END,
                    CANDLE,
                    DERIVATIVE_STATUS,
                    LIQUIDATION,
                    CHANNEL_STATUS -> {} // to come
            case NONE, BOOK_VIEW -> {} // a frame that broke half way; what only notices hold
        }
    }

    private void onTicker(Event event) {
        int id = event.instrumentId();
        ticks.lazySet(id, ticks.getPlain(id) + 1);
        latest.onTicker(event);
        tickToTrade.onReceived(event.lookedTimeNs(), event.receiveTimeNs());
        tickToTrade.onHandled(event.decodedTimeNs(), System.nanoTime());
        strategy.onTicker(instruments.get(id), ticker.wrap(event));
        tickToTrade.onDone();
    }

    private void onTime(Event event) {
        time.wrap(event);
        context.onTime(time.timeMs());
        strategy.startOnce(); // not before the time is known, or its timers would count from
        // nowhere
        orders.onTime(time.timeNs(), time.timeMs());
        Timers timers = context.timers();
        for (int id = timers.nextDue(0, time.timeNs());
                id >= 0;
                id = timers.nextDue(id + 1, time.timeNs())) {
            strategy.onTimer(id);
        }
    }

    private void onExecutionReport(Event event) {
        report.wrap(event);
        Order order = orders.onExecutionReport(report, event.isLast());
        if (report.kind() != ReportKind.NO_OPEN_ORDERS) {
            notices.offer(NoticeType.EVENT, event);
            strategy.onExecutionReport(report, order);
        }
    }

    private void onWallet(Event event) {
        wallet.wrap(event);
        balances.onWallet(event, wallet);
        notices.offer(NoticeType.EVENT, event);
        strategy.onWallet(wallet);
    }

    private void onSessionStatus(Event event) {
        notices.offer(NoticeType.EVENT, event);
        status.wrap(event);
        orders.onSessionStatus(status);
        strategy.onSessionStatus(status);
    }

    /**
     * Tells what Hayate itself found out about an order: the view always, the strategy unless it is
     * just sending another, as its callbacks come one at a time.
     */
    public void onOwnReport(Event event, Order order) {
        notices.offer(NoticeType.EVENT, event);
        if (!context.isSubmitting()) {
            strategy.onExecutionReport(ownReport.wrap(event), order);
        }
    }
}
