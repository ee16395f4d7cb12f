package io.hayate.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hayate.event.AccountState;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/** A strategy that does what a test says, and nothing by itself. */
final class HandTrader implements Strategy {
    private StrategyContext context;

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    StrategyContext context() {
        return context;
    }

    Instrument instrument() {
        return context.instrument("tBTCUSD");
    }

    boolean isReady() {
        return context.accountState() == AccountState.READY;
    }

    /** Buys at the market. */
    Order buy() {
        return sent(context.order(instrument()).buy(0.02).market().send());
    }

    /** Sells half of that at the market. */
    Order sell() {
        return sent(context.order(instrument()).sell(0.01).market().send());
    }

    /** Has an order rest far below the market. */
    Order rest() {
        double bid = context.latestTicker(instrument()).bidPrice();
        double price = Math.floor(bid * 0.9 / 100) * 100;
        return sent(context.order(instrument()).buy(0.01).limit(price).send());
    }

    private Order sent(RiskVerdict verdict) {
        assertEquals(RiskVerdict.ACCEPTED, verdict);
        return context.lastOrder();
    }
}
