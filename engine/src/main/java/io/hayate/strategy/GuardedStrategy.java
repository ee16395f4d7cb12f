package io.hayate.strategy;

import io.hayate.event.AccountState;
import io.hayate.event.Candle;
import io.hayate.event.ChannelStatus;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Liquidation;
import io.hayate.event.SessionStatus;
import io.hayate.event.Ticker;
import io.hayate.event.Trade;
import io.hayate.event.WalletUpdate;
import io.hayate.market.OrderBook;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Meters;
import io.hayate.model.Counts;
import io.hayate.model.Doubt;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.model.SessionState;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.order.OwnOrders;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Calls a strategy and lets nothing that it throws out: told with its event, counted, and then the
 * strategy stops, its orders canceled, or goes on, as the settings say. Strategy thread.
 */
final class GuardedStrategy {
    /** Whether it takes callbacks, and why not. */
    enum State {
        /** It takes callbacks, or will once the time is known. */
        RUNNING,
        /** A person, or the end, has stopped it. */
        STOPPED,
        /** What it threw has stopped it. */
        FAILED
    }

    private final StrategyTerms terms;
    private final String name;
    private final OrderManager orders;
    private final Meters meters;
    private final StrategyContext context;
    private final CallbackWatch watch;
    private final Deque<Strategy> next = new ConcurrentLinkedDeque<>(); // as many as commands wait
    private volatile State state = State.RUNNING;
    private Strategy strategy;
    private boolean started;
    private AccountState accountState = AccountState.RESYNC; // as the strategy knows it

    GuardedStrategy(
            Strategy strategy,
            StrategyTerms terms,
            OrderManager orders,
            Meters meters,
            StrategyContext context,
            CallbackWatch watch) {
        this.strategy = strategy;
        this.terms = terms;
        this.orders = orders;
        this.meters = meters;
        this.context = context;
        this.watch = watch;
        name = terms.name();
    }

    /** What it is called by. */
    String name() {
        return name;
    }

    /** Its number, from 1; 0 for the only one. */
    int number() {
        return terms.number();
    }

    /** What it may see and do. */
    StrategyContext context() {
        return context;
    }

    /** Whether it runs; any thread. */
    State state() {
        return state;
    }

    /** True when the strategy takes callbacks: it has been started and has not been stopped. */
    private boolean isRunning() {
        return started && state == State.RUNNING;
    }

    void startOnce() {
        if (started || state != State.RUNNING) {
            return;
        }
        started = true;
        watch.begin();
        watch.enter(name);
        try {
            strategy.onStart(context);
        } catch (Throwable e) {
            onFailure("onStart", "", e);
        }
        end();
        orders.own().forEach(number(), this::onRecovered);
    }

    private void onRecovered(Order order) {
        if (order.doubt() == Doubt.RESTART) {
            tellRecovered(order);
        }
    }

    /** Tells of an order of a run before. */
    void tellRecovered(Order order) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onRecovered(order);
        } catch (Throwable e) {
            onFailure("onRecovered", "", e);
        }
        end();
    }

    void onTicker(Instrument instrument, Ticker ticker) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onTicker(instrument, ticker);
        } catch (Throwable e) {
            onFailure("onTicker", " of " + instrument.displayName(), e);
        }
        end();
    }

    void onTrade(Instrument instrument, Trade trade) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onTrade(instrument, trade);
        } catch (Throwable e) {
            onFailure("onTrade", " of " + instrument.displayName(), e);
        }
        end();
    }

    void onBook(OrderBook book) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onBook(book);
        } catch (Throwable e) {
            onFailure("onBook", " of " + book.channel().displayName(), e);
        }
        end();
    }

    void onCandle(MarketChannel channel, Candle candle) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onCandle(channel, candle);
        } catch (Throwable e) {
            onFailure("onCandle", " of " + channel.displayName(), e);
        }
        end();
    }

    void onDerivativeStatus(Instrument instrument, DerivativeStatus status) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onDerivativeStatus(instrument, status);
        } catch (Throwable e) {
            onFailure("onDerivativeStatus", " of " + instrument.displayName(), e);
        }
        end();
    }

    void onLiquidation(Instrument instrument, Liquidation liquidation) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onLiquidation(instrument, liquidation);
        } catch (Throwable e) {
            onFailure("onLiquidation", " of " + instrument.displayName(), e);
        }
        end();
    }

    void onChannelStatus(MarketChannel channel, ChannelStatus status) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onChannelStatus(channel, status);
        } catch (Throwable e) {
            onFailure("onChannelStatus", " of " + channel.displayName(), e);
        }
        end();
    }

    void onExecutionReport(ExecutionReport report, Order order) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onExecutionReport(report, order);
        } catch (Throwable e) {
            String event = report.kind() + ", client order id " + report.clientOrderId();
            onFailure("onExecutionReport", " of " + event, e);
        }
        end();
    }

    void onWallet(WalletUpdate wallet) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onWallet(wallet);
        } catch (Throwable e) {
            onFailure("onWallet", " of " + wallet.walletType() + " " + wallet.currency(), e);
        }
        end();
    }

    void onSessionStatus(SessionStatus status) {
        if (state == State.FAILED && status.state() == SessionState.LIVE) {
            orders.own().cancelAll(number()); // those that could not be canceled at the failure
        }
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onSessionStatus(status);
        } catch (Throwable e) {
            onFailure("onSessionStatus", " of " + status.state(), e);
        }
        end();
    }

    /** Tells whether the account lets orders leave, if that has changed: others halt and doubt at any time. */
    void onAccount() {
        AccountState state = orders.accountState();
        if (state == accountState || !isRunning()) {
            return;
        }
        accountState = state;
        watch.enter(name);
        try {
            strategy.onAccountState(state);
        } catch (Throwable e) {
            onFailure("onAccountState", " of " + state, e);
        }
        end();
    }

    /** Calls for each timer that is due. */
    void onTimers(long nowNs) {
        Timers timers = context.timers();
        for (int id = timers.nextDue(0, nowNs); id >= 0; id = timers.nextDue(id + 1, nowNs)) {
            onTimer(id);
        }
    }

    private void onTimer(int timerId) {
        if (!isRunning()) {
            return;
        }
        watch.enter(name);
        try {
            strategy.onTimer(timerId);
        } catch (Throwable e) {
            onFailure("onTimer", " of timer " + timerId, e);
        }
        end();
    }

    private void end() {
        if (watch.leave()) {
            onFailure("a callback", "", null);
        }
    }

    /** Puts another behind those that wait for its place, one for each {@link #start}; any thread. */
    void plug(Strategy other) {
        next.addLast(other);
    }

    /** Takes the one away that waits last, as it has no start; the thread that put it there. */
    void unplug() {
        Strategy unused = next.pollLast();
    }

    /** Starts the next that waits for its place, and stops the one before if that still runs. */
    boolean start() {
        Strategy other = next.pollFirst();
        if (other == null) {
            return false;
        }
        if (state == State.RUNNING) {
            stop();
        }
        strategy = other;
        started = false;
        accountState = AccountState.RESYNC;
        context.begin();
        state = State.RUNNING;
        startOnce();
        onAccount();
        return true;
    }

    /** Stops as asked: the strategy is told, then its orders are canceled if the settings say so. */
    void stop() {
        leave();
        if (terms.cancelsOnStop()) {
            orders.own().cancelAll(number());
        }
    }

    /** Stops as the engine ends: who asks for that cancels. */
    void leave() {
        if (isRunning()) {
            watch.enter(name);
            try {
                strategy.onStop();
            } catch (Throwable e) {
                onFailure("onStop", "", e);
            }
            end();
        }
        context.stop();
        state = state == State.RUNNING ? State.STOPPED : state;
    }

    private void onFailure(String callback, String event, Throwable cause) {
        meters.incidents().onError(cause);
        boolean isInterrupted = cause == null || watch.wasInterrupted();
        meters.counters().increment(Counter.STRATEGY_EXCEPTIONS);
        String how = isInterrupted ? " lasted too long in " : " failed in ";
        String what = "strategy " + name + how + callback + event;
        if (!terms.stopsOnException()) {
            meters.incidents().report(what + "; it goes on", cause);
            return;
        }
        context.stop();
        String canceled = cancelOrders();
        state = State.FAILED;
        meters.incidents().report(what + "; it is stopped, " + canceled, cause);
    }

    private String cancelOrders() {
        int open = ofIt();
        int asked = orders.own().cancelAll(number());
        return open == 0
                ? "no order of it was open"
                : "asked to cancel " + asked + " of " + Counts.of(open, "open order");
    }

    private int ofIt() {
        OwnOrders own = orders.own();
        return number() == 0 ? own.open(OrderOrigin.STRATEGY) : own.open(number());
    }
}
