package io.hayate.order;

import io.hayate.event.OrderIntent;
import io.hayate.model.Instrument;
import io.hayate.model.OrderFlag;
import io.hayate.model.OrderOperation;
import io.hayate.model.OrderType;
import io.hayate.model.Price;
import io.hayate.model.Side;
import io.hayate.risk.RiskVerdict;

/**
 * What a new order shall be, put together word by word, and sent any number of times.
 *
 * <pre>context.order(instrument).sell(0.5).limit(97_010).postOnly().group(7).send()</pre>
 *
 * <p>Prices are sent exactly as given: one that has more than five significant digits is refused, unless
 * {@link #roundPrice} asks for the nearest that the venue takes. Strategy thread; made once, it allocates
 * nothing.
 */
public final class OrderTicket {
    private final OrderIntent intent = OrderIntent.allocate();
    private final Sender sender;
    private double price;
    private double auxLimitPrice;
    private double trailingDistance;
    private double ocoStopPrice;
    private boolean isOnMargin;
    private boolean isRounding;

    /** Sends what was put together. */
    @FunctionalInterface
    public interface Sender {
        /** Sends it; ACCEPTED when it was handed to the socket, else why it was not. */
        RiskVerdict send(OrderTicket wanted);
    }

    /** Of nothing yet. */
    public OrderTicket(Sender sender) {
        this.sender = sender;
    }

    /** Begins a new order: of no side, amount or type yet, on the exchange wallet. */
    public OrderTicket of(Instrument instrument) {
        intent.begin(OrderOperation.NEW, instrument == null ? Instrument.NONE : instrument.id());
        isRounding = false;
        isOnMargin = false;
        return priced(OrderType.OTHER, Double.NaN);
    }

    private OrderTicket priced(OrderType type, double at) {
        intent.type(type);
        price = at;
        auxLimitPrice = Double.NaN;
        trailingDistance = Double.NaN;
        return this;
    }

    /** Buys this amount of the base currency, positive, of at most eight decimals. */
    public OrderTicket buy(double amount) {
        intent.side(Side.BUY).amount(amount);
        return this;
    }

    /** Sells this amount of the base currency, positive, of at most eight decimals. */
    public OrderTicket sell(double amount) {
        intent.side(Side.SELL).amount(amount);
        return this;
    }

    /** Trades at once at any price. */
    public OrderTicket market() {
        return priced(OrderType.EXCHANGE_MARKET, Double.NaN);
    }

    /** Rests at this price, or better. */
    public OrderTicket limit(double at) {
        return priced(OrderType.EXCHANGE_LIMIT, at);
    }

    /** Trades at the market once this price is traded. */
    public OrderTicket stop(double at) {
        return priced(OrderType.EXCHANGE_STOP, at);
    }

    /** Becomes a limit order once the stop price is traded. */
    public OrderTicket stopLimit(double stop, double limit) {
        priced(OrderType.EXCHANGE_STOP_LIMIT, stop);
        auxLimitPrice = limit;
        return this;
    }

    /** Follows the market at this distance, and trades at the market once that comes to it. */
    public OrderTicket trailingStop(double distance) {
        priced(OrderType.EXCHANGE_TRAILING_STOP, Double.NaN);
        trailingDistance = distance;
        return this;
    }

    /** Trades what it can at this price or better at once; the rest is canceled. */
    public OrderTicket ioc(double at) {
        return priced(OrderType.EXCHANGE_IOC, at);
    }

    /** Trades whole at this price or better at once, or is canceled. */
    public OrderTicket fok(double at) {
        return priced(OrderType.EXCHANGE_FOK, at);
    }

    /** Shows in no book. */
    public OrderTicket hidden() {
        return flag(OrderFlag.HIDDEN);
    }

    /** Is canceled when it would take. */
    public OrderTicket postOnly() {
        return flag(OrderFlag.POST_ONLY);
    }

    /** Makes a margin position smaller, never larger. */
    public OrderTicket reduceOnly() {
        return flag(OrderFlag.REDUCE_ONLY);
    }

    /** Closes a margin position. */
    public OrderTicket closePosition() {
        return flag(OrderFlag.CLOSE);
    }

    /** Takes no funding at variable rates for a margin position. */
    public OrderTicket noVariableRates() {
        return flag(OrderFlag.NO_VARIABLE_RATES);
    }

    private OrderTicket flag(OrderFlag flag) {
        intent.flags(intent.flags() | flag.bit());
        return this;
    }

    /** Has a stop at this price beside its limit: what ends one ends the other. */
    public OrderTicket oco(double stop) {
        ocoStopPrice = stop;
        return flag(OrderFlag.OCO);
    }

    /** Is canceled by the venue at this time, in ms since 1970 UTC; a part of a second is cut off. */
    public OrderTicket expires(long timeMs) {
        intent.expiryMs(timeMs);
        return this;
    }

    /** Trades with this leverage, 1 to 100; of margin orders alone. */
    public OrderTicket leverage(int times) {
        intent.leverage(times);
        return this;
    }

    /** Trades on the margin wallet. */
    public OrderTicket margin() {
        isOnMargin = true;
        return this;
    }

    /** Is in this group, 1 to 2147483647. */
    public OrderTicket group(long number) {
        intent.groupId(number);
        return this;
    }

    /** Sends each price that has more than five digits as the nearest that has them. */
    public OrderTicket roundPrice() {
        isRounding = true;
        return this;
    }

    /** Sends it; ACCEPTED when it was handed to the socket, else why it was not. */
    public RiskVerdict send() {
        return sender.send(this);
    }

    /** What is wanted, as the limits and the encoder read it; valid until the ticket is used again. */
    public OrderIntent intent() {
        intent.price(exact(price)).auxLimitPrice(exact(auxLimitPrice));
        intent.trailingDistance(exact(trailingDistance));
        intent.ocoStopPrice(OrderFlag.OCO.isIn(intent.flags()) ? exact(ocoStopPrice) : Price.NONE);
        return isOnMargin ? intent.type(intent.type().onMargin()) : intent;
    }

    private long exact(double given) {
        return isRounding ? Price.rounded(given) : Price.of(given);
    }
}
