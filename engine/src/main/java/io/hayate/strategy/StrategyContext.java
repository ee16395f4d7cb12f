package io.hayate.strategy;

import io.hayate.event.Event;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.Side;
import io.hayate.order.Balances;
import io.hayate.order.Order;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderOrigin;
import io.hayate.order.Positions;
import io.hayate.risk.RiskVerdict;

/**
 * What a strategy may see and do. Only on the strategy thread, from within a callback. Nothing here
 * blocks or allocates.
 */
public final class StrategyContext {
    /** Timer numbers run from 0 to one less than this. */
    public static final int TIMERS = Timers.COUNT;

    private static final long NS_PER_MS = 1_000_000L;
    private static final long DELAY_MAX_MS = 100L * 365 * 24 * 3_600_000; // a century

    private final Instruments instruments;
    private final OrderManager orders;
    private final Positions positions;
    private final Balances balances;
    private final Notices notices;
    private final LatestTickers latest;
    private final Timers timers = new Timers();

    private long nowNs;
    private long nowMs;
    private boolean stopped;
    private boolean submitting;

    StrategyContext(
            Instruments instruments,
            OrderManager orders,
            Positions positions,
            Balances balances,
            Notices notices,
            LatestTickers latest) {
        this.instruments = instruments;
        this.orders = orders;
        this.positions = positions;
        this.balances = balances;
        this.notices = notices;
        this.latest = latest;
    }

    void onEvent(long receiveTimeNs) {
        nowNs = receiveTimeNs;
    }

    void onTime(long timeMs) {
        nowMs = timeMs;
    }

    Timers timers() {
        return timers;
    }

    void stop() {
        stopped = true;
    }

    /** True while the strategy is inside {@link #buy} or {@link #sell}. */
    boolean isSubmitting() {
        return submitting;
    }

    /**
     * Buys at the market.
     *
     * @param amount in the base currency, positive, at most 8 decimals
     * @return ACCEPTED when the order was handed to the socket; {@link #lastOrder} is it then
     */
    public RiskVerdict buy(Instrument instrument, double amount) {
        return submit(instrument, Side.BUY, amount);
    }

    /** Sells at the market; as {@link #buy}. */
    public RiskVerdict sell(Instrument instrument, double amount) {
        return submit(instrument, Side.SELL, amount);
    }

    private RiskVerdict submit(Instrument instrument, Side side, double amount) {
        if (stopped) {
            return RiskVerdict.STRATEGY_STOPPED;
        }
        submitting = true;
        try {
            return orders.submit(instrument.id(), side, amount, OrderOrigin.STRATEGY);
        } finally {
            submitting = false;
        }
    }

    /** Asks the venue to cancel an order; false when it is done, or nothing can be sent now. */
    public boolean cancel(Order order) {
        return orders.cancel(order);
    }

    /** The order that was sent last, or null before the first. */
    public Order lastOrder() {
        return orders.lastOrder();
    }

    /** Orders of ours that are open or of unknown outcome. */
    public int openOrders() {
        return orders.openOrders();
    }

    /** True while orders may leave. */
    public boolean isLive() {
        return orders.isLive();
    }

    /** The latest ticker of an instrument, or null; valid until the next call of this method. */
    public Ticker latestTicker(Instrument instrument) {
        return latest.ticker(instrument.id());
    }

    /** Bought less sold of the instrument since the start, in the base currency; exact. */
    public double position(Instrument instrument) {
        return positions.amount(instrument.id());
    }

    /** Total of a wallet, such as {@code exchange} and {@code USD}; NaN when it is not known. */
    public double balance(String walletType, String currency) {
        return balances.balance(walletType, currency);
    }

    /** What new orders may use of a wallet; NaN when the venue has not said. */
    public double availableBalance(String walletType, String currency) {
        return balances.available(walletType, currency);
    }

    /** How many instruments are known; those that the config names come first. */
    public int instruments() {
        return instruments.count();
    }

    /** The instrument with this number, from 0 to one less than {@link #instruments()}. */
    public Instrument instrument(int id) {
        return instruments.get(id);
    }

    /** The instrument of this symbol, such as {@code tBTCUSD}, or null. */
    public Instrument instrument(String symbol) {
        int id = instruments.find(symbol);
        return id == Instrument.NONE ? null : instruments.get(id);
    }

    /** Monotonic time of the event that is handled, in ns. */
    public long timeNs() {
        return nowNs;
    }

    /** Wall-clock time, in ms since 1970 UTC, as of the last tick of the timer. */
    public long timeMs() {
        return nowMs;
    }

    /**
     * Sets a timer: {@link Strategy#onTimer} comes once, {@code delayMs} from now, as exactly as
     * {@code loop.timer-tick}. A timer that is set again is moved.
     *
     * @param timerId from 0 to {@link #TIMERS} - 1
     * @throws IllegalArgumentException for another timer, or a delay below 0 or beyond a century
     */
    public void schedule(int timerId, long delayMs) {
        timers.schedule(timerId, nowNs + toNs(delayMs, 0), 0);
    }

    /**
     * Sets a timer that comes every {@code periodMs}, for the first time after one period. When the
     * strategy is late by more than that it comes once, not once for each that was missed.
     */
    public void scheduleEvery(int timerId, long periodMs) {
        long periodNs = toNs(periodMs, 1);
        timers.schedule(timerId, nowNs + periodNs, periodNs);
    }

    private static long toNs(long ms, long minMs) {
        if (ms < minMs || ms > DELAY_MAX_MS) {
            throw new IllegalArgumentException(
                    "a timer must be " + minMs + " to " + DELAY_MAX_MS + " ms away: was " + ms);
        }
        return ms * NS_PER_MS;
    }

    /** Unsets a timer. */
    public void cancelTimer(int timerId) {
        timers.cancel(timerId);
    }

    /** Shows the latest ticker of an instrument on the rewritten line or table. */
    public void print(Instrument instrument) {
        Event event = latest.event(instrument.id());
        if (event != null) {
            notices.offer(NoticeType.PRINT, event);
        }
    }

    /** Logs a constant text of at most 128 characters; another thread prints it. */
    public void log(String text) {
        notices.log(text, 0, 0, 0, 0);
    }

    /** Logs a text in which the first {@code {}} stands for {@code a}. */
    public void log(String text, double a) {
        notices.log(text, a, 0, 0, 0);
    }

    /** Logs a text with two numbers. */
    public void log(String text, double a, double b) {
        notices.log(text, a, b, 0, 0);
    }

    /** Logs a text with four numbers. */
    public void log(String text, double a, double b, double c, double d) {
        notices.log(text, a, b, c, d);
    }
}
