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
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.order.Order;

/**
 * What a user of Hayate writes: decisions on events. Implement what you need.
 *
 * <p>The class has a public constructor without arguments. All callbacks but {@link #configure} come
 * on the strategy thread, one at a time, in the order of the ring. Arguments are valid until the
 * callback returns: copy what you keep. Do not block, and allocate nothing if latency matters. An
 * exception stops the strategy, or is counted, as {@code strategy.on-exception} says.
 */
public interface Strategy {
    /**
     * Reads the parameters, before anything starts, on the starting thread.
     *
     * @throws io.hayate.model.ConfigException when one is missing or wrong: nothing starts
     */
    default void configure(StrategyParameters parameters) {}

    /**
     * True for one that may be rehearsed; asked once, behind {@link #configure}. Before the session an
     * instance of its own is then made, configured in the same way, and called with the invented prices of
     * an exchange in this process, which also fills its orders: so the code that decides is compiled when
     * the first real tick comes. Prices are now and then far off, so that limits of any size are met.
     *
     * <p>What that instance sends, holds and logs by its context is gone when the rehearsal ends, and the one
     * that trades knows nothing of it. What constructor and callbacks do beyond the context they do twice:
     * a strategy that opens files or sockets, starts threads, prints, asks others or keeps anything in static
     * fields stays with false, unless a second time does no harm. {@link #onStop} ends a rehearsal, too.
     */
    default boolean rehearsable() {
        return false;
    }

    /** The first callback, once the time is known; the session need not be live yet. Keep the context. */
    default void onStart(StrategyContext context) {}

    /**
     * The best bid and offer of an instrument, or its day's figures, changed. {@code ticker} tells how
     * far it may be trusted and how old it is, as every argument with market data does.
     */
    default void onTicker(Instrument instrument, Ticker ticker) {}

    /**
     * Somebody traded. Each print comes once, as {@code market.trades} says at te or at tu, also after
     * the channel was subscribed anew. Prints of before the subscription are not told here ({@code
     * trade.isSnapshot()} is never true): they are in {@link StrategyContext#trades}.
     */
    default void onTrade(Instrument instrument, Trade trade) {}

    /**
     * A book, or what is known against it, changed: once for each burst of updates, never inside one,
     * where it may be crossed. One that is crossed here has been so for a second, and {@code
     * book.isHealthy()} is false. It is the book that {@link StrategyContext#book} gives, too, and
     * stays valid; in other callbacks it may be in the middle of a burst.
     */
    default void onBook(OrderBook book) {}

    /**
     * An interval's candle is new or has changed: the running one, at times the one before it. Those of
     * a snapshot are not told here: they are in {@link StrategyContext#candles}, as this one is.
     */
    default void onCandle(MarketChannel channel, Candle candle) {}

    /** The venue told the state of a perpetual; about once a second, often the same as before. */
    default void onDerivativeStatus(Instrument instrument, DerivativeStatus status) {}

    /** A position of somebody's is liquidated; the instrument may be one that nobody subscribed. */
    default void onLiquidation(Instrument instrument, Liquidation liquidation) {}

    /**
     * A channel of market data is more, or less, to be trusted than it was. That the keeper of a book
     * found something against it (crossed, checksum-bad) comes with {@link #onBook} instead.
     */
    default void onChannelStatus(MarketChannel channel, ChannelStatus status) {}

    /**
     * The venue said something of an order or a fill.
     *
     * @param order the order of ours that it is about, already brought up to date; null when the
     *     order was placed elsewhere
     */
    default void onExecutionReport(ExecutionReport report, Order order) {}

    /** The venue told the state of a wallet. */
    default void onWallet(WalletUpdate wallet) {}

    /** The session changed its state, or has something to say. */
    default void onSessionStatus(SessionStatus status) {}

    /**
     * Whether new orders may leave, as far as the account goes, has changed. At the start it is {@link
     * AccountState#RESYNC}, which is not told; cancels leave in each state.
     */
    default void onAccountState(AccountState state) {}

    /**
     * An order of a run before has no end yet: it is in doubt, and is looked up. Called for each once, after
     * {@link #onStart}.
     */
    default void onRecovered(Order order) {}

    /** A timer that was set by {@link StrategyContext#schedule} is due. */
    default void onTimer(int timerId) {}

    /** The engine stops: a cancel may still leave, a new order may not. Not called after an exception has stopped it. */
    default void onStop() {}
}
