package io.hayate.strategy;

import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.event.Notices;
import io.hayate.market.ChannelStores;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.metrics.TickToTrade;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.order.Balances;
import io.hayate.order.OrderManager;
import io.hayate.order.Positions;

/**
 * What a strategy's runner works with.
 *
 * @param channels every channel of market data by number
 * @param statistics figures of those channels
 * @param commands where the strategy thread puts what it wants of the loop
 * @param cancelStrategyOrders whether a stop as asked cancels what the strategy placed
 * @param cancelConsoleOrders whether it cancels what the console placed, too
 */
public record StrategySetup(
        StrategyConfig config,
        EventRing ring,
        Instruments instruments,
        OrderManager orders,
        Positions positions,
        Balances balances,
        Notices notices,
        Counters counters,
        TickToTrade tickToTrade,
        Incidents incidents,
        MarketChannels channels,
        ChannelStatistics statistics,
        Commands commands,
        ChannelStores stores,
        boolean cancelStrategyOrders,
        boolean cancelConsoleOrders) {}
