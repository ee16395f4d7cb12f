package io.hayate.engine;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/**
 * Buys and sells in turn, at every so many tickers; while the journal has no room, as soon as it has.
 * Allocates nothing.
 */
public final class EveryNthTicker implements Strategy {
    private final int every;
    private StrategyContext context;
    private long seen;
    private volatile long accepted;
    private volatile long refused;
    private volatile RiskVerdict refusal;

    /** Trades at every so many tickers; 0 for never. */
    public EveryNthTicker(int every) {
        this.every = every;
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    /** Why the last one was refused; null when none was. */
    RiskVerdict refusal() {
        return refusal;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        seen++;
        if (every != 0 && accepted + refused < seen / every) {
            count(submit(instrument, (accepted + refused) % 2 == 0));
        }
    }

    private RiskVerdict submit(Instrument instrument, boolean buys) {
        return buys
                ? context.buy(instrument, FillingVenue.AMOUNT)
                : context.sell(instrument, FillingVenue.AMOUNT);
    }

    private void count(RiskVerdict verdict) {
        if (verdict.isAccepted()) {
            accepted = accepted() + 1; // one thread writes
        } else if (verdict != RiskVerdict.JOURNAL) { // its thread may be late on a busy machine
            refusal = verdict;
            refused = refused() + 1;
        }
    }
}
