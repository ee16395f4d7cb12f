package io.hayate.risk;

/** What parts of an order must or cannot stand together, each in words for a person. */
public enum OrderRule {
    TYPE("an order needs a type, such as market or limit"),
    PRICE_MISSING("an order that is neither market nor trailing stop needs a price above 0"),
    PRICE_WITH_MARKET("a market order takes no price"),
    PRICE_WITH_TRAILING("a trailing stop takes a distance, and no price"),
    AUX_LIMIT_MISSING("a stop limit order needs a limit above 0 behind its stop"),
    AUX_LIMIT_WITHOUT_STOP_LIMIT("a limit behind a stop goes with a stop limit order alone"),
    TRAILING_MISSING("a trailing stop needs a distance above 0"),
    TRAILING_WITHOUT_TRAILING("a distance goes with a trailing stop alone"),
    FLAGS("an order's flags hold one that is none"),
    POST_ONLY_WITHOUT_LIMIT("post-only goes with a limit order alone"),
    HIDDEN_WITHOUT_LIMIT("hidden goes with a limit or a stop limit order alone"),
    OCO_WITHOUT_LIMIT("oco goes with a limit order alone"),
    OCO_STOP_MISSING("oco needs a stop price above 0 beside the limit"),
    OCO_STOP_WITHOUT_OCO("a stop price beside a limit goes with oco alone"),
    OCO_STOP_SIDE("oco needs its stop below the limit of a sell, above that of a buy"),
    EXPIRY_WITH_IMMEDIATE("expires goes with an order that rests: not with market, FOK or IOC"),
    EXPIRY_PAST("expires must lie in the future"),
    EXPIRY_FAR("expires must lie before the year 2100"),
    REDUCE_ONLY_WITHOUT_MARGIN("reduce-only goes with a margin order alone"),
    CLOSE_WITHOUT_MARGIN("close goes with a margin order alone"),
    NO_VARIABLE_RATES_WITHOUT_MARGIN("no-var-rates goes with a margin order alone"),
    LEVERAGE_WITHOUT_MARGIN("leverage goes with a margin order alone"),
    LEVERAGE_RANGE("leverage must be 1 to 100"),
    GROUP_RANGE("a group must be 1 to 2147483647"),
    UPDATE_EMPTY("an update must change something"),
    UPDATE_AMOUNT_TWICE("an update takes an amount or a change of it, not both"),
    UPDATE_OCO("an update cannot make an order oco, or end that");

    private final String reason;

    OrderRule(String reason) {
        this.reason = reason;
    }

    /** What is wrong, in words for a person. */
    public String reason() {
        return reason;
    }
}
