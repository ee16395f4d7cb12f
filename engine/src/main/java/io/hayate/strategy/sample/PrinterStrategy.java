package io.hayate.strategy.sample;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;

/**
 * Shows the latest ticker of each instrument once a second, on one rewritten line or, with several
 * instruments, in a table. {@code printer}; no parameters.
 *
 * <pre>BTCUSD:  Bid: 86697, Ask: 86723, Last Price: 86717, Volume: 544.3267938</pre>
 */
public final class PrinterStrategy implements Strategy {
    private static final int PRINT_TIMER = 0;
    private static final int PERIOD_MS = 1_000;

    private StrategyContext context;
    private boolean[] shown = new boolean[0];

    @Override
    public boolean rehearsable() {
        return true;
    }

    @Override
    public void onStart(StrategyContext given) {
        context = given;
        shown = new boolean[context.instruments()];
        context.scheduleEvery(PRINT_TIMER, PERIOD_MS);
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        if (instrument.id() < shown.length && !shown[instrument.id()]) {
            shown[instrument.id()] = true; // the first is not kept waiting
            context.print(instrument);
        }
    }

    @Override
    public void onTimer(int timerId) {
        for (int id = 0; id < shown.length; id++) {
            context.print(context.instrument(id));
        }
    }
}
