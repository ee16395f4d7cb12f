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

/**
 * Calls a strategy and lets nothing that it throws out: told with its event, counted, and then the
 * strategy stops, its orders canceled, or goes on, as the settings say. Strategy thread.
 */
final class GuardedStrategy {
    private final Strategy strategy;
    private final StrategyConfig config;
    private final OrderManager orders;
    private final CancelOnStop cancelOnStop;
    private final Meters meters;
    private final StrategyContext context;
    private volatile boolean stopped;
    private boolean started;
    private boolean failed;
    private AccountState accountState = AccountState.RESYNC; // as the strategy knows it

    GuardedStrategy(
            Strategy strategy,
            StrategyConfig config,
            OrderManager orders,
            CancelOnStop cancelOnStop,
            Meters meters,
            StrategyContext context) {
        this.strategy = strategy;
        this.config = config;
        this.orders = orders;
        this.cancelOnStop = cancelOnStop;
        this.meters = meters;
        this.context = context;
    }

    boolean isStopped() {
        return stopped;
    }

    /** True when the strategy takes callbacks: it has been started and has not been stopped. */
    private boolean isRunning() {
        return started && !stopped;
    }

    void startOnce() {
        if (started || stopped) {
            return;
        }
        started = true;
        try {
            strategy.onStart(context);
        } catch (Throwable e) {
            onFailure("onStart", "", e);
        }
        orders.forEach(this::onRecovered);
    }

    private void onRecovered(Order order) {
        if (!isRunning() || order.doubt() != Doubt.RESTART) {
            return;
        }
        try {
            strategy.onRecovered(order);
        } catch (Throwable e) {
            onFailure("onRecovered", "", e);
        }
    }

    void onTicker(Instrument instrument, Ticker ticker) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onTicker(instrument, ticker);
        } catch (Throwable e) {
            onFailure("onTicker", " of " + instrument.displayName(), e);
        }
    }

    void onTrade(Instrument instrument, Trade trade) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onTrade(instrument, trade);
        } catch (Throwable e) {
            onFailure("onTrade", " of " + instrument.displayName(), e);
        }
    }

    void onBook(OrderBook book) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onBook(book);
        } catch (Throwable e) {
            onFailure("onBook", " of " + book.channel().displayName(), e);
        }
    }

    void onCandle(MarketChannel channel, Candle candle) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onCandle(channel, candle);
        } catch (Throwable e) {
            onFailure("onCandle", " of " + channel.displayName(), e);
        }
    }

    void onDerivativeStatus(Instrument instrument, DerivativeStatus status) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onDerivativeStatus(instrument, status);
        } catch (Throwable e) {
            onFailure("onDerivativeStatus", " of " + instrument.displayName(), e);
        }
    }

    void onLiquidation(Instrument instrument, Liquidation liquidation) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onLiquidation(instrument, liquidation);
        } catch (Throwable e) {
            onFailure("onLiquidation", " of " + instrument.displayName(), e);
        }
    }

    void onChannelStatus(MarketChannel channel, ChannelStatus status) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onChannelStatus(channel, status);
        } catch (Throwable e) {
            onFailure("onChannelStatus", " of " + channel.displayName(), e);
        }
    }

    void onExecutionReport(ExecutionReport report, Order order) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onExecutionReport(report, order);
        } catch (Throwable e) {
            String event = report.kind() + ", client order id " + report.clientOrderId();
            onFailure("onExecutionReport", " of " + event, e);
        }
    }

    void onWallet(WalletUpdate wallet) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onWallet(wallet);
        } catch (Throwable e) {
            onFailure("onWallet", " of " + wallet.walletType() + " " + wallet.currency(), e);
        }
    }

    void onSessionStatus(SessionStatus status) {
        if (failed && status.state() == SessionState.LIVE) {
            orders.cancelAll(false); // those that could not be canceled at the failure
        }
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onSessionStatus(status);
        } catch (Throwable e) {
            onFailure("onSessionStatus", " of " + status.state(), e);
        }
    }

    /** Tells whether the account lets orders leave, if that has changed: others halt and doubt at any time. */
    void onAccount() {
        AccountState state = orders.accountState();
        if (state == accountState || !isRunning()) {
            return;
        }
        accountState = state;
        try {
            strategy.onAccountState(state);
        } catch (Throwable e) {
            onFailure("onAccountState", " of " + state, e);
        }
    }

    void onTimer(int timerId) {
        if (!isRunning()) {
            return;
        }
        try {
            strategy.onTimer(timerId);
        } catch (Throwable e) {
            onFailure("onTimer", " of timer " + timerId, e);
        }
    }

    /** Stops as asked: the strategy is told, then its orders are canceled if the settings say so. */
    void stop() {
        if (isRunning()) {
            try {
                strategy.onStop();
            } catch (Throwable e) {
                onFailure("onStop", "", e);
            }
        }
        context.stop();
        if (cancelOnStop != CancelOnStop.NONE) {
            orders.cancelAll(cancelOnStop == CancelOnStop.ALL);
        }
        stopped = true;
    }

    private void onFailure(String callback, String event, Throwable cause) {
        meters.counters().increment(Counter.STRATEGY_EXCEPTIONS);
        String what = "strategy " + config.name() + " failed in " + callback + event;
        if (!config.stopOnException()) {
            meters.incidents().report(what + "; it goes on", cause);
            return;
        }
        failed = true;
        context.stop();
        String canceled = cancelOrders();
        meters.incidents().report(what + "; it is stopped, " + canceled, cause);
        stopped = true;
    }

    private String cancelOrders() {
        int open = orders.openOrders(OrderOrigin.STRATEGY);
        int asked = orders.cancelAll(false);
        return open == 0
                ? "no order of it was open"
                : "asked to cancel " + asked + " of " + Counts.of(open, "open order");
    }
}
