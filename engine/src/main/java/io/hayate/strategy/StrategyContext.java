package io.hayate.strategy;

import io.hayate.event.AccountState;
import io.hayate.event.DecisionClock;
import io.hayate.event.DerivativeStatus;
import io.hayate.event.Event;
import io.hayate.event.NoticeType;
import io.hayate.event.Notices;
import io.hayate.event.Ticker;
import io.hayate.market.CandleSeries;
import io.hayate.market.OrderBook;
import io.hayate.market.TradeTape;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannel;
import io.hayate.model.Side;
import io.hayate.order.Balances;
import io.hayate.order.Order;
import io.hayate.order.OrderBatch;
import io.hayate.order.OrderChange;
import io.hayate.order.OrderManager;
import io.hayate.order.OrderTicket;
import io.hayate.order.TradingAccount;
import io.hayate.risk.RiskVerdict;

/**
 * What a strategy may see and do. Only on the strategy thread, from within a callback. Nothing here
 * blocks, and nothing but {@link #subscribe} allocates.
 */
public final class StrategyContext {
    /** Timer numbers run from 0 to one less than this. */
    public static final int TIMERS = Timers.COUNT;

    /** An age that is not known: over every bound that a strategy may set. */
    public static final long UNKNOWN_AGE_MS = Long.MAX_VALUE / 2; // sums with it stay positive

    private static final long NS_PER_MS = 1_000_000L;

    private final Instruments instruments;
    private final OrderManager orders;
    private final DataInHand data;
    private final StrategyOrders trading;
    private final StrategyPortfolio portfolio;
    private final Balances balances;
    private final Notices notices;
    private final MarketState market;
    private final DecisionClock clock;
    private final Timers timers = new Timers();
    private final Ticker ticker = new Ticker();
    private final DerivativeStatus derivative = new DerivativeStatus();

    StrategyContext(
            StrategyOrders trading,
            TradingAccount account,
            Notices notices,
            MarketState market,
            DataInHand data,
            DecisionClock clock) {
        this.instruments = market.instruments();
        this.orders = account.orders();
        this.trading = trading;
        portfolio = new StrategyPortfolio(trading.positions().portfolio());
        this.balances = account.balances();
        this.notices = notices;
        this.market = market;
        this.data = data;
        this.clock = clock;
    }

    /** It starts, or starts anew: without timers. */
    void begin() {
        timers.clear();
        trading.begin();
    }

    Timers timers() {
        return timers;
    }

    void stop() {
        trading.stop();
    }

    /** True while the strategy is inside {@link #buy} or {@link #sell}. */
    boolean isSubmitting() {
        return trading.isSubmitting();
    }

    /**
     * Buys at the market.
     *
     * @param amount in the base currency, positive, at most 8 decimals
     * @return ACCEPTED when the order was handed to the socket; {@link #lastOrder} is it then
     */
    public RiskVerdict buy(Instrument instrument, double amount) {
        return trading.market(instrument, Side.BUY, amount);
    }

    /** Sells at the market; as {@link #buy}. */
    public RiskVerdict sell(Instrument instrument, double amount) {
        return trading.market(instrument, Side.SELL, amount);
    }

    /**
     * Begins a new order, of any type; {@link OrderTicket#send} sends it, as often as wanted. The ticket
     * is always the same one.
     */
    public OrderTicket order(Instrument instrument) {
        return trading.order(instrument);
    }

    /** Sends a ticket of the strategy's own, or the one of {@link #order}. */
    public RiskVerdict send(OrderTicket ticket) {
        return trading.send(ticket);
    }

    /** Begins a change of an order; {@link OrderChange#send} sends it. It is always the same object. */
    public OrderChange update(Order order) {
        return trading.update(order);
    }

    /** Begins a batch: operations that leave in one message. It is always the same object. */
    public OrderBatch batch() {
        return trading.batch();
    }

    /** Sends that batch, which has a verdict of each operation then; returns how many left. */
    public int sendBatch() {
        return trading.sendBatch();
    }

    /** Why a COMBINATION was refused last, in words that name what does not go together. */
    public String combination() {
        return orders.combination();
    }

    /** Asks the venue to cancel what is in a group; returns how many open orders of ours are. */
    public int cancelGroup(long group) {
        return trading.cancelGroup(group);
    }

    /** Asks the venue to cancel the strategy's open orders; returns for how many it was asked. */
    public int cancelAll() {
        return trading.cancelAll();
    }

    /** What open orders of this side may still trade, those of unknown outcome included; exact. */
    public double openAmount(Instrument instrument, Side side) {
        return trading.openAmount(instrument, side);
    }

    /** The largest position, long or short, that open orders may lead to; without a sign. */
    public double exposure(Instrument instrument) {
        return trading.exposure(instrument);
    }

    /** Asks the venue to cancel an order; false when it is done, or nothing can be sent now. */
    public boolean cancel(Order order) {
        return trading.cancel(order);
    }

    /** The strategy's order that was sent last, or null before the first. */
    public Order lastOrder() {
        return trading.lastOrder();
    }

    /** The order that bears this number, the venue's or ours; null where the strategy has none such. */
    public Order find(long number) {
        return trading.find(number);
    }

    /** Orders of ours, where several strategies run of this one, that are open or of unknown outcome. */
    public int openOrders() {
        return trading.openOrders();
    }

    /** Whether new orders may leave, as far as the account goes; {@link Strategy#onAccountState} tells. */
    public AccountState accountState() {
        clock.onMeeting();
        return orders.accountState();
    }

    /** True while new orders may leave: the session is live, the account ready, no maintenance. */
    public boolean isLive() {
        clock.onMeeting();
        return orders.isLive();
    }

    /** True while something of the account was lost or not understood: orders and balances may be otherwise. */
    public boolean isAccountInDoubt() {
        clock.onMeeting();
        return orders.isAccountInDoubt();
    }

    /** The latest ticker of an instrument, or null; valid until the next call of this method. */
    public Ticker latestTicker(Instrument instrument) {
        Event event = market.tickers().event(instrument.id());
        return event == null ? null : ticker.wrap(event);
    }

    /** The latest state of a perpetual, or null; valid until the next call of this method. */
    public DerivativeStatus latestStatus(Instrument instrument) {
        Event event = market.statuses().event(instrument.id());
        return event == null ? null : derivative.wrap(event);
    }

    /**
     * The instrument's book: of levels, else of single orders; of several the one asked for first. Null
     * when none was asked for. Between its {@link Strategy#onBook} it may be in the middle of a burst.
     */
    public OrderBook book(Instrument instrument) {
        return market.bookOf(instrument.id());
    }

    /** The book of a channel; null when it is no channel of a book. */
    public OrderBook book(MarketChannel channel) {
        return market.book(channel.id());
    }

    /** The latest prints of an instrument; null when its trades were not asked for. */
    public TradeTape trades(Instrument instrument) {
        return market.tradesOf(instrument.id());
    }

    /**
     * The latest candles of an instrument; null when they were not asked for.
     *
     * @param timeFrame the interval in the venue's word, such as {@code 1m}
     */
    public CandleSeries candles(Instrument instrument, String timeFrame) {
        return market.candlesOf(instrument.id(), timeFrame);
    }

    /** How many channels of market data have been asked for since the start. */
    public int channels() {
        return market.channelCount();
    }

    /** The channel with this number, from 0 to one less than {@link #channels()}; else null. */
    public MarketChannel channel(int id) {
        return market.channel(id);
    }

    /**
     * What is known against a channel now, which may be later than the event that is handled: words of
     * {@link Health}, 0 is all well.
     */
    public int health(MarketChannel channel) {
        clock.onMeeting();
        return market.health(channel.id());
    }

    /**
     * True when nothing is known against the market data that this callback brings: neither did the
     * session when it wrote it, nor, of a book, does its keeper. True where it brings none.
     */
    public boolean isHealthy() {
        return data.isHealthy();
    }

    /** Why {@link #isHealthy} is false, in the words of {@link Health}; {@code live} when it is true. */
    public String healthText() {
        return data.healthText();
    }

    /**
     * Age of what this callback brings, in ms: on its way here, and since it was read. Of a book that of
     * its last change. {@link #UNKNOWN_AGE_MS} while the difference of the clocks is not known, and where
     * the venue does not tell its time. Of a callback that brings no market data it is the time since the
     * event was read.
     */
    public long ageMs() {
        long waitedMs = Math.max(0, clock.nanoTime() - data.timeNs()) / NS_PER_MS;
        long transitMs = data.transitMs();
        return transitMs < 0 ? UNKNOWN_AGE_MS : waitedMs + transitMs;
    }

    /**
     * Asks for market data while running. It comes once the venue agrees; until then, and when it does
     * not, {@link Strategy#onChannelStatus} tells. What is there already stays as it is. Allocates when
     * it is new.
     *
     * @return the channel; null when there are too many, the spec or its symbol cannot be, or the
     *     strategy is stopped
     */
    public MarketChannel subscribe(ChannelSpec spec) {
        return trading.isStopped() ? null : market.subscribe(spec);
    }

    /** Asks for a channel to be sent no more; false when that cannot be asked just now. */
    public boolean unsubscribe(MarketChannel channel) {
        return !trading.isStopped() && market.unsubscribe(channel);
    }

    /** Bought less sold of the instrument, of runs before too, in the base currency; exact. */
    public double position(Instrument instrument) {
        return portfolio.position(instrument);
    }

    /** What the fills have come to: cost, profit, fees, equity, and what can be sold. */
    public StrategyPortfolio portfolio() {
        return portfolio;
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
        return data.eventNs();
    }

    /** Wall-clock time, in ms since 1970 UTC, as of the last tick of the timer. */
    public long timeMs() {
        return data.nowMs();
    }

    /**
     * Sets a timer: {@link Strategy#onTimer} comes once, {@code delayMs} from now, as exactly as
     * {@code loop.timer-tick}. A timer that is set again is moved.
     *
     * @param timerId from 0 to {@link #TIMERS} - 1
     * @throws IllegalArgumentException for another timer, or a delay below 0 or beyond a century
     */
    public void schedule(int timerId, long delayMs) {
        timers.schedule(timerId, data.eventNs() + Timers.delayNs(delayMs, 0), 0);
    }

    /**
     * Sets a timer that comes every {@code periodMs}, for the first time after one period. When the
     * strategy is late by more than that it comes once, not once for each that was missed.
     */
    public void scheduleEvery(int timerId, long periodMs) {
        long periodNs = Timers.delayNs(periodMs, 1);
        timers.schedule(timerId, data.eventNs() + periodNs, periodNs);
    }

    /** Unsets a timer. */
    public void cancelTimer(int timerId) {
        timers.cancel(timerId);
    }

    /** Shows the latest ticker of an instrument on the rewritten line or table. */
    public void print(Instrument instrument) {
        Event event = market.tickers().event(instrument.id());
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
