package io.hayate.strategy;

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
import io.hayate.metrics.Incidents;
import io.hayate.model.GroupNumber;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The strategies that run, on one thread, in the order of their numbers: each is told of the market and of the
 * account, and of its own orders alone. What one throws stops that one, and the next is called as if nothing
 * had been. One that runs alone is told of all orders.
 *
 * <p>Strategy thread; allocates nothing.
 */
final class StrategyGroup {
    private final GuardedStrategy
            first; // called straight, as it is the only one where one runs alone
    private final GuardedStrategy[] others;
    private final GuardedStrategy[] byNumber; // of a list
    private final boolean isList;
    private final IntFunction<String> names; // of a list
    private final QuoteMarks marks;
    private final CallbackWatch watch;
    private final OrderManager orders;
    private final CancelOnStop cancelOnStop;
    private final Incidents incidents;
    private volatile boolean ended;

    StrategyGroup(
            List<GuardedStrategy> members,
            OrderManager orders,
            CancelOnStop cancelOnStop,
            Incidents incidents,
            QuoteMarks marks,
            CallbackWatch watch) {
        this.marks = marks;
        this.watch = watch;
        first = members.get(0);
        others = members.subList(1, members.size()).toArray(GuardedStrategy[]::new);
        isList = first.number() > 0;
        byNumber = new GuardedStrategy[GroupNumber.STRATEGY_MAX + 1];
        members.forEach(each -> byNumber[each.number()] = each);
        names = number -> byNumber[number].name();
        this.orders = orders;
        this.cancelOnStop = cancelOnStop;
        this.incidents = incidents;
    }

    /** How many there are; any thread. */
    int size() {
        return 1 + others.length;
    }

    /** The strategy of this place, from 0; any thread. */
    GuardedStrategy get(int place) {
        return place == 0 ? first : others[place - 1];
    }

    /** True once the engine has ended them all; any thread. */
    boolean isEnded() {
        return ended;
    }

    /** True once none runs any more, and orders have been asked to be canceled; any thread. */
    boolean isStopped() {
        boolean isOne = first.state() == GuardedStrategy.State.RUNNING;
        for (GuardedStrategy each : others) {
            isOne |= each.state() == GuardedStrategy.State.RUNNING;
        }
        return ended || !isOne;
    }

    /** Interrupts a callback that lasts too long. */
    CallbackWatch watch() {
        return watch;
    }

    /** Takes the time by the wall, and starts what has not started: not before the time is known. */
    void onClock(long timeMs) {
        marks.onTime(timeMs);
        startOnce();
    }

    private void startOnce() {
        first.startOnce();
        for (GuardedStrategy each : others) {
            each.startOnce();
        }
    }

    void onTicker(Instrument instrument, Ticker ticker) {
        first.onTicker(instrument, ticker);
        for (GuardedStrategy each : others) {
            each.onTicker(instrument, ticker);
        }
    }

    void onTrade(Instrument instrument, Trade trade) {
        first.onTrade(instrument, trade);
        for (GuardedStrategy each : others) {
            each.onTrade(instrument, trade);
        }
    }

    void onBook(OrderBook book) {
        first.onBook(book);
        for (GuardedStrategy each : others) {
            each.onBook(book);
        }
    }

    void onCandle(MarketChannel channel, Candle candle) {
        first.onCandle(channel, candle);
        for (GuardedStrategy each : others) {
            each.onCandle(channel, candle);
        }
    }

    void onDerivativeStatus(Instrument instrument, DerivativeStatus status) {
        first.onDerivativeStatus(instrument, status);
        for (GuardedStrategy each : others) {
            each.onDerivativeStatus(instrument, status);
        }
    }

    void onLiquidation(Instrument instrument, Liquidation liquidation) {
        first.onLiquidation(instrument, liquidation);
        for (GuardedStrategy each : others) {
            each.onLiquidation(instrument, liquidation);
        }
    }

    void onChannelStatus(MarketChannel channel, ChannelStatus status) {
        first.onChannelStatus(channel, status);
        for (GuardedStrategy each : others) {
            each.onChannelStatus(channel, status);
        }
    }

    /** Tells whose order it is, or the only one: null is an order that is not ours. */
    void onExecutionReport(ExecutionReport report, Order order) {
        if (!isList) {
            first.onExecutionReport(report, order);
        } else if (order != null && order.strategy() > 0) {
            byNumber[order.strategy()].onExecutionReport(report, order);
        }
    }

    /** Tells whose order it is that one of the run before is known only now. */
    void onRecovered(Order order) {
        GuardedStrategy owner = byNumber[order.strategy()]; // of the only one it is 0
        if (owner != null) {
            owner.tellRecovered(order);
        }
    }

    /** As {@link #onExecutionReport}, of what Hayate found out itself: not to one that just sends another. */
    void onOwnReport(ExecutionReport report, Order order) {
        GuardedStrategy owner = byNumber[order.strategy()]; // of the only one it is 0
        if (owner != null && !owner.context().isSubmitting()) {
            owner.onExecutionReport(report, order);
        }
    }

    void onWallet(WalletUpdate wallet) {
        first.onWallet(wallet);
        for (GuardedStrategy each : others) {
            each.onWallet(wallet);
        }
    }

    void onSessionStatus(SessionStatus status) {
        first.onSessionStatus(status);
        for (GuardedStrategy each : others) {
            each.onSessionStatus(status);
        }
    }

    /** Tells whether the account lets orders leave, if that has changed. */
    void onAccount() {
        first.onAccount();
        for (GuardedStrategy each : others) {
            each.onAccount();
        }
    }

    /** Calls for the timers that are due; tells of one that has lost what it may. */
    void onTime(long nowNs) {
        first.onTimers(nowNs);
        for (GuardedStrategy each : others) {
            each.onTimers(nowNs);
        }
        orders.own().tellLosses(incidents, names);
    }

    /** Ends as the engine does: each is told, then orders are canceled if the settings say so. */
    void end() {
        first.leave();
        for (GuardedStrategy each : others) {
            each.leave();
        }
        if (cancelOnStop != CancelOnStop.NONE) {
            orders.cancelAll(cancelOnStop == CancelOnStop.ALL);
        }
        ended = true;
    }
}
