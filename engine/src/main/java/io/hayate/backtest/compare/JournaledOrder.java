package io.hayate.backtest.compare;

import io.hayate.model.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** An order that a journal tells of, and what was filled of it. */
public final class JournaledOrder {
    private final long clientOrderId;
    private final String symbol;
    private final Side side;
    private final String type;
    private final BigDecimal amount;
    private final long timeMs;
    private final Map<BigDecimal, BigDecimal> fills = new TreeMap<>(); // amounts by price

    JournaledOrder(
            long clientOrderId,
            String symbol,
            Side side,
            String type,
            BigDecimal amount,
            long timeMs) {
        this.clientOrderId = clientOrderId;
        this.symbol = symbol;
        this.side = side;
        this.type = type;
        this.amount = amount;
        this.timeMs = timeMs;
    }

    void onFill(BigDecimal price, BigDecimal filled) {
        fills.merge(price, filled, BigDecimal::add);
    }

    /** The number that we gave it. */
    public long clientOrderId() {
        return clientOrderId;
    }

    /** Such as {@code tBTCUSD}. */
    public String symbol() {
        return symbol;
    }

    public Side side() {
        return side;
    }

    /** What was asked for, in the base currency, above 0. */
    public BigDecimal amount() {
        return amount;
    }

    /** When it was asked for, in ms since 1970. */
    public long timeMs() {
        return timeMs;
    }

    /** How much was filled at each price, above 0. */
    public Map<BigDecimal, BigDecimal> fills() {
        return fills;
    }

    /** True when both ask for the same side and type of one pair. */
    boolean isLike(JournaledOrder other) {
        return symbol.equals(other.symbol) && side == other.side && type.equals(other.type);
    }
}
