package io.hayate.strategy.sample;

import io.hayate.market.OrderBook;
import io.hayate.model.ChannelSpec;
import io.hayate.model.ConfigException;
import io.hayate.model.Instrument;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;

/**
 * Buys {@code amount} of the first instrument when its book leans: when the bids of the best {@code
 * levels} exceed the asks by more than {@code threshold} of both together. Only on a book that may be
 * trusted, at most once each {@code cool-down-ms}, one order at a time, up to {@code position-max}.
 * {@code imbalance}; a small example, not advice: it never sells.
 *
 * <p>Asks for the book if the settings do not.
 */
public final class ImbalanceStrategy implements Strategy {
    private static final int LEVELS = 5;
    private static final int LEVELS_MAX = 250;
    private static final double THRESHOLD = 0.6;
    private static final double AMOUNT = 0.001;
    private static final double POSITION_MAX = 0.01;
    private static final int COOL_DOWN_MS = 5_000;
    private static final int COOL_DOWN_MAX_MS = 86_400_000;
    private static final long NS_PER_MS = 1_000_000L;
    private static final double UNIT = 1e-8; // what adding doubles makes up is below half of it

    private StrategyContext context;
    private Instrument first; // null where no symbol is subscribed: then there is nothing to do
    private int levels;
    private double threshold;
    private double amount;
    private double positionMax;
    private long coolDownNs;
    private long nextNs;

    @Override
    public void configure(StrategyParameters parameters) {
        levels = parameters.wholeNumber("levels", LEVELS, 1, LEVELS_MAX);
        threshold = parameters.positive("threshold", THRESHOLD);
        amount = parameters.amount("amount", AMOUNT);
        positionMax = parameters.amount("position-max", POSITION_MAX);
        int coolDownMs = parameters.wholeNumber("cool-down-ms", COOL_DOWN_MS, 0, COOL_DOWN_MAX_MS);
        coolDownNs = coolDownMs * NS_PER_MS;
        if (threshold >= 1) {
            throw new ConfigException(
                    "strategy.parameters.threshold of imbalance must be under 1: was " + threshold);
        }
    }

    @Override
    public boolean rehearsable() {
        return true;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        nextNs = context.timeNs();
        first = context.instruments() > 0 ? context.instrument(0) : null;
        if (first == null) {
            context.log("imbalance needs a symbol, and none is subscribed: it does nothing");
            return;
        }
        if (context.book(first) == null) {
            context.subscribe(ChannelSpec.book(first.symbol()));
        }
    }

    @Override
    public void onBook(OrderBook book) {
        boolean leans = book.imbalance(levels) > threshold; // false while a side is empty
        if (leans
                && first != null
                && book.channel().instrumentId() == first.id()
                && mayBuy(book.channel().instrument())) {
            nextNs =
                    context.timeNs() + coolDownNs; // also after a refusal, or each burst brings one
            buy(book.channel().instrument());
        }
    }

    private boolean mayBuy(Instrument instrument) {
        return context.isHealthy()
                && context.timeNs() - nextNs >= 0
                && context.openOrders() == 0
                && context.position(instrument) + amount < positionMax + UNIT / 2;
    }

    private void buy(Instrument instrument) {
        RiskVerdict verdict = context.buy(instrument, amount);
        if (!verdict.isAccepted()) {
            context.log(verdict.reason());
        }
    }
}
