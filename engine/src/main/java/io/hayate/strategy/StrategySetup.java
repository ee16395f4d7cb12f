package io.hayate.strategy;

import io.hayate.event.Commands;
import io.hayate.event.EventRing;
import io.hayate.event.Notices;
import io.hayate.market.KnownMarkets;
import io.hayate.metrics.Meters;
import io.hayate.order.TradingAccount;

/**
 * What a strategy's runner is put together from.
 *
 * @param notices where the runner puts what the view is to show
 * @param commands where the strategy's thread puts what it wants of the loop
 * @param cancelOnStop whose orders a stop as asked cancels
 */
public record StrategySetup(
        StrategyConfig config,
        EventRing ring,
        KnownMarkets markets,
        TradingAccount account,
        Notices notices,
        Commands commands,
        Meters meters,
        CancelOnStop cancelOnStop) {}
