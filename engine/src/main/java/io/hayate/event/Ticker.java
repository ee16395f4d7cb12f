package io.hayate.event;

import static org.agrona.BitUtil.SIZE_OF_DOUBLE;

/**
 * Best bid and offer of an instrument with the day's figures: a flyweight over the body of an
 * {@link Event}. Prices of a funding currency are daily rates. A field that the venue left out or
 * gave as null is NaN.
 */
public final class Ticker extends MarketData {
    /** Bytes of the body that a ticker takes. */
    public static final int SIZE = 14 * SIZE_OF_DOUBLE;

    /**
     * Fields of a pair's row on the wire: a double each, in the wire's order from the start of the
     * body, so that a row can be written as one run.
     */
    public static final int PAIR_FIELDS = 10;

    private static final int BID_PRICE_OFFSET = 0;
    private static final int BID_AMOUNT_OFFSET = BID_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int ASK_PRICE_OFFSET = BID_AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int ASK_AMOUNT_OFFSET = ASK_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int CHANGE_OFFSET = ASK_AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int CHANGE_RELATIVE_OFFSET = CHANGE_OFFSET + SIZE_OF_DOUBLE;
    private static final int LAST_PRICE_OFFSET = CHANGE_RELATIVE_OFFSET + SIZE_OF_DOUBLE;
    private static final int VOLUME_OFFSET = LAST_PRICE_OFFSET + SIZE_OF_DOUBLE;
    private static final int HIGH_OFFSET = VOLUME_OFFSET + SIZE_OF_DOUBLE;
    private static final int LOW_OFFSET = HIGH_OFFSET + SIZE_OF_DOUBLE;
    private static final int FLASH_RATE_OFFSET = LOW_OFFSET + SIZE_OF_DOUBLE;
    private static final int FLASH_AMOUNT_OFFSET = FLASH_RATE_OFFSET + SIZE_OF_DOUBLE;
    private static final int BID_PERIOD_OFFSET = FLASH_AMOUNT_OFFSET + SIZE_OF_DOUBLE;
    private static final int ASK_PERIOD_OFFSET = BID_PERIOD_OFFSET + SIZE_OF_DOUBLE;

    /** Points this flyweight at a slot; valid until the callback that holds the slot returns. */
    public Ticker wrap(Event event) {
        point(event);
        return this;
    }

    /** Best bid, in the quote currency; funding: a daily rate, bids borrow. */
    public double bidPrice() {
        return get(BID_PRICE_OFFSET);
    }

    /** Sets {@link #bidPrice()}. */
    public Ticker bidPrice(double price) {
        return put(BID_PRICE_OFFSET, price);
    }

    /** Sum of the 25 best bids, in the base currency; not the best level's amount. */
    public double bidAmount() {
        return get(BID_AMOUNT_OFFSET);
    }

    /** Sets {@link #bidAmount()}. */
    public Ticker bidAmount(double amount) {
        return put(BID_AMOUNT_OFFSET, amount);
    }

    /** Best ask, in the quote currency; funding: a daily rate. */
    public double askPrice() {
        return get(ASK_PRICE_OFFSET);
    }

    /** Sets {@link #askPrice()}. */
    public Ticker askPrice(double price) {
        return put(ASK_PRICE_OFFSET, price);
    }

    /** Sum of the 25 best asks, in the base currency; not the best level's amount. */
    public double askAmount() {
        return get(ASK_AMOUNT_OFFSET);
    }

    /** Sets {@link #askAmount()}. */
    public Ticker askAmount(double amount) {
        return put(ASK_AMOUNT_OFFSET, amount);
    }

    /** Change of the last price over 24 hours, in the quote currency. */
    public double dailyChange() {
        return get(CHANGE_OFFSET);
    }

    /** Sets {@link #dailyChange()}. */
    public Ticker dailyChange(double change) {
        return put(CHANGE_OFFSET, change);
    }

    /** Change over 24 hours as a part of one: 0.01 is one per cent. */
    public double dailyChangeRelative() {
        return get(CHANGE_RELATIVE_OFFSET);
    }

    /** Sets {@link #dailyChangeRelative()}. */
    public Ticker dailyChangeRelative(double change) {
        return put(CHANGE_RELATIVE_OFFSET, change);
    }

    /** Price of the last trade, in the quote currency; funding: a daily rate. */
    public double lastPrice() {
        return get(LAST_PRICE_OFFSET);
    }

    /** Sets {@link #lastPrice()}. */
    public Ticker lastPrice(double price) {
        return put(LAST_PRICE_OFFSET, price);
    }

    /** Volume of 24 hours, in the base currency. */
    public double volume() {
        return get(VOLUME_OFFSET);
    }

    /** Sets {@link #volume()}. */
    public Ticker volume(double amount) {
        return put(VOLUME_OFFSET, amount);
    }

    /** Highest price of 24 hours, in the quote currency. */
    public double high() {
        return get(HIGH_OFFSET);
    }

    /** Sets {@link #high()}. */
    public Ticker high(double price) {
        return put(HIGH_OFFSET, price);
    }

    /** Lowest price of 24 hours, in the quote currency. */
    public double low() {
        return get(LOW_OFFSET);
    }

    /** Sets {@link #low()}. */
    public Ticker low(double price) {
        return put(LOW_OFFSET, price);
    }

    /** Flash return rate of a funding currency, a part of one per day; NaN for a pair. */
    public double flashReturnRate() {
        return get(FLASH_RATE_OFFSET);
    }

    /** Sets {@link #flashReturnRate()}. */
    public Ticker flashReturnRate(double rate) {
        return put(FLASH_RATE_OFFSET, rate);
    }

    /** Amount on offer at the flash return rate, in the funding currency; NaN for a pair. */
    public double flashReturnAmount() {
        return get(FLASH_AMOUNT_OFFSET);
    }

    /** Sets {@link #flashReturnAmount()}. */
    public Ticker flashReturnAmount(double amount) {
        return put(FLASH_AMOUNT_OFFSET, amount);
    }

    /** Period of the best bid of a funding currency, in days; NaN for a pair. */
    public double bidPeriod() {
        return get(BID_PERIOD_OFFSET);
    }

    /** Sets {@link #bidPeriod()}. */
    public Ticker bidPeriod(double days) {
        return put(BID_PERIOD_OFFSET, days);
    }

    /** Period of the best offer of a funding currency, in days; NaN for a pair. */
    public double askPeriod() {
        return get(ASK_PERIOD_OFFSET);
    }

    /** Sets {@link #askPeriod()}. */
    public Ticker askPeriod(double days) {
        return put(ASK_PERIOD_OFFSET, days);
    }

    private double get(int field) {
        return getDouble(field);
    }

    private Ticker put(int field, double value) {
        putDouble(field, value);
        return this;
    }
}
