package io.hayate.strategy;

import io.hayate.event.DecisionClock;
import io.hayate.order.TradingAccount;
import java.util.ArrayList;
import java.util.List;

/** Puts the strategies together, each with what it may see and do. Before the start. */
record GroupMaker(
        StrategySetup setup,
        MarketState market,
        DataInHand data,
        InstrumentQuotes quotes,
        CallbackWatch watch) {
    /** One of each that was plugged in, in the order of the settings. */
    StrategyGroup make(List<Strategy> plugged, DecisionClock clock) {
        List<GuardedStrategy> members = new ArrayList<>();
        for (int i = 0; i < plugged.size(); i++) {
            members.add(member(plugged.get(i), i, clock));
        }
        return new StrategyGroup(
                members,
                setup.account().orders(),
                setup.cancelOnStop(),
                setup.meters().incidents(),
                new QuoteMarks(setup.account().positions(), new InstrumentQuotes(market, false)),
                watch);
    }

    private GuardedStrategy member(Strategy plugged, int place, DecisionClock clock) {
        TradingAccount account = setup.account();
        StrategyConfig config = setup.config();
        int number = config.isList() ? config.members().get(place).number() : 0;
        StrategyOrders trading = new StrategyOrders(account, data, quotes, watch, number);
        StrategyContext context =
                new StrategyContext(trading, account, setup.notices(), market, data, clock);
        StrategyTerms terms =
                new StrategyTerms(
                        number,
                        config.names().get(place),
                        config.stopOnException(),
                        setup.cancelOnStop() != CancelOnStop.NONE);
        return new GuardedStrategy(
                plugged, terms, account.orders(), setup.meters(), context, watch);
    }
}
