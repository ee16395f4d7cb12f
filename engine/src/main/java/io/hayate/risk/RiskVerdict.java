package io.hayate.risk;

/** The answer to an order that asks to leave: yes, or the reason why not. */
public enum RiskVerdict {
    ACCEPTED("accepted"),
    TRADING_DISABLED("trading is not switched on: use --trade or trading.enabled = true"),
    NO_CREDENTIALS("no key: set BFX_API_KEY and BFX_API_SECRET, or credentials.file"),
    HALTED("trading is halted"),
    TYPED_LONG_AGO("it was typed over 10 s ago: type it again if it is still wanted"),
    NOT_LIVE("the session is not live"),
    MAINTENANCE("the venue is in maintenance"),
    KEY_READ_ONLY("the key may not write orders: the venue gave it no orders.write"),
    NOT_READY("the venue has not told the account whole yet: its ps, ws and os are awaited"),
    DEAD_MAN(
            "open orders of others are on the account, which the dead-man switch would cancel:"
                    + " orders.dead-man-switch"),
    TLS_KEY("the key of TLS is worn: a fresh connection must be made, by itself or by reconnect"),
    ACCOUNT_DOUBT("the account is in doubt, until a fresh connection has told it anew"),
    ACCOUNT_DOUBT_HELD(
            "the account is in doubt, and orders rest that a fresh connection would cancel"),
    STRATEGY_STOPPED("the strategy has stopped"),
    INSTRUMENT("the instrument is a currency to fund, or not known: no order can be for it"),
    BEHIND("what has come from the venue is not handled yet: trading.event-age-max"),
    NO_QUOTE("no price of it is known: subscribe its ticker or book"),
    FEED_STALE("its prices are stale, or not sent: no order by them"),
    FEED_GAPPED("some of its prices were lost, a fresh snapshot is awaited"),
    FEED_BAD("its prices are wrong: the book's checksum differs, or it is crossed"),
    FEED_OLD("its prices are too old: trading.event-age-max, trading.quote-age-max"),
    COLLAR("it would trade too far from the market: trading.collar"),
    AMOUNT("the amount must be a positive number"),
    AMOUNT_DECIMALS("the amount has more than the 8 decimals that the venue takes"),
    AMOUNT_MIN("the amount is below the smallest that the venue takes of this instrument"),
    AMOUNT_MAX("the amount is above the largest that the venue takes of this instrument"),
    PRICE_DIGITS(
            "a price has more than the 5 digits that the venue takes: round it, or ask for that"),
    COMBINATION("parts of the order do not go together"),
    MARGIN("margin orders cannot be sent yet: their leverage and collateral are not checked"),
    DERIVATIVE("a derivative takes margin orders alone, which cannot be sent yet"),
    NO_LIMIT(
            "the currency that pays has no limit: trading.order-notional-max,"
                    + " trading.position-notional-max, trading.daily-loss-max"),
    ORDER_NOTIONAL("it would cost or bring more than trading.order-notional-max"),
    POSITION("the position, with what is open, would be over trading.position-notional-max"),
    DAILY_LOSS(
            "the day has lost over trading.daily-loss-max: only orders that reduce a position leave"
                    + " until 00:00 UTC"),
    TWIN("the same order left a moment ago: trading.twin-window"),
    REJECTS(
            "the venue has rejected so many orders that none leaves for a while: trading.rejects-max"),
    BALANCE(
            "the exchange wallet has too little, less what open orders may take: trading.check-balance"),
    NOT_OPEN("the order is not open any more"),
    NOT_NAMED("the venue has not told its number of the order yet"),
    UPDATE_PENDING("the venue has not answered an update of the order yet"),
    NOT_SENT("the socket took nothing of it, or there was nothing to cancel"),
    ORDER_AMOUNT("the amount is over trading.order-amount-max"),
    ORDER_RATE("too many orders within a second: trading.orders-per-second-max"),
    OPEN_ORDERS("too many orders are open or of unknown outcome: trading.open-orders-max"),
    ORDER_POOL("no place for another order: all that are kept are still open"),
    CLIENT_ORDER_IDS("no client order id is left in the reserved block"),
    JOURNAL("the journal of orders cannot be written: see what was told of it"),
    OUTBOUND_FULL("the socket took nothing: it is full, or its connection has just ended"),
    GROUP("a group must be 1 to 8388607 where several strategies run"),
    STRATEGY_ORDER_AMOUNT("the amount is over the strategy's own order-amount-max"),
    STRATEGY_ORDER_NOTIONAL(
            "it would cost or bring more than the strategy's own order-notional-max"),
    STRATEGY_POSITION(
            "the strategy's position, with what it has open, would be over its position-notional-max"),
    STRATEGY_DAILY_LOSS(
            "the strategy has lost over its daily-loss-max: only orders that reduce its position leave"
                    + " until 00:00 UTC"),
    STRATEGY_ORDER_RATE(
            "too many orders within a second: the strategy's own orders-per-second-max"),
    STRATEGY_OPEN_ORDERS(
            "too many of its orders are open or of unknown outcome: the strategy's own open-orders-max"),
    STRATEGY_NO_LIMIT(
            "the currency that pays has no limit: the strategy's own order-notional-max,"
                    + " position-notional-max, daily-loss-max");

    private final String reason;

    RiskVerdict(String reason) {
        this.reason = reason;
    }

    /** The same of a limit that is the strategy's own; others stay what they are. */
    public RiskVerdict ofStrategy() {
        return switch (this) {
            case ORDER_AMOUNT -> STRATEGY_ORDER_AMOUNT;
            case ORDER_NOTIONAL -> STRATEGY_ORDER_NOTIONAL;
            case POSITION -> STRATEGY_POSITION;
            case DAILY_LOSS -> STRATEGY_DAILY_LOSS;
            case ORDER_RATE -> STRATEGY_ORDER_RATE;
            case OPEN_ORDERS -> STRATEGY_OPEN_ORDERS;
            case NO_LIMIT -> STRATEGY_NO_LIMIT;
            default -> this;
        };
    }

    /** True when the order left, or may leave. */
    public boolean isAccepted() {
        return this == ACCEPTED;
    }

    /** Why, in words for a person. */
    public String reason() {
        return reason;
    }
}
