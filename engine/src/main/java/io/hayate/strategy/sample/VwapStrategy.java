package io.hayate.strategy.sample;

import io.hayate.event.Ticker;
import io.hayate.market.TradeTape;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Instrument;
import io.hayate.model.MarketChannel;
import io.hayate.number.Decimals;
import io.hayate.risk.RiskVerdict;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.strategy.StrategyParameters;

/**
 * Volume-weighted average price over the latest {@code window} prints of the first instrument, logged
 * each {@code log-ms}. Where {@code total} is given it buys that much, in slices of {@code slice} at
 * most once each {@code cool-down-ms}, whenever the best ask is below the average and nothing is known
 * against either. {@code vwap}; a small example, not advice.
 *
 * <p>Asks for the trades if the settings do not. The window is at most {@code market.trades-kept}.
 */
public final class VwapStrategy implements Strategy {
    private static final int WINDOW = 100;
    private static final int WINDOW_MAX = 100_000;
    private static final double SLICE = 0.001;
    private static final int LOG_MS = 5_000;
    private static final int COOL_DOWN_MS = 1_000;
    private static final int DAY_MS = 86_400_000;
    private static final long NS_PER_MS = 1_000_000L;
    private static final double UNITS = 1e8;
    private static final int LOG_TIMER = 0;

    private static final int DIGITS = 8; // of an average: three more than a price of the venue has

    private StrategyContext context;
    private Instrument first; // null where no symbol is subscribed: then there is nothing to do
    private MarketChannel trades;
    private int window;
    private double total;
    private double slice;
    private int logMs;
    private long coolDownNs;
    private long nextNs;

    @Override
    public void configure(StrategyParameters parameters) {
        window = parameters.wholeNumber("window", WINDOW, 1, WINDOW_MAX);
        boolean buys = !parameters.text("total", "").isEmpty();
        total = buys ? parameters.amount("total", SLICE) : 0;
        slice = parameters.amount("slice", SLICE);
        logMs = parameters.wholeNumber("log-ms", LOG_MS, 1, DAY_MS);
        int coolDownMs = parameters.wholeNumber("cool-down-ms", COOL_DOWN_MS, 0, DAY_MS);
        coolDownNs = coolDownMs * NS_PER_MS;
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
            context.log("vwap needs a symbol, and none is subscribed: it does nothing");
            return;
        }
        TradeTape tape = context.trades(first);
        trades =
                tape == null
                        ? context.subscribe(ChannelSpec.trades(first.symbol()))
                        : tape.channel();
        context.scheduleEvery(LOG_TIMER, logMs);
    }

    @Override
    public void onTicker(Instrument instrument, Ticker ticker) {
        double left = total - context.position(instrument);
        if (first == null || instrument.id() != first.id() || left * UNITS < 1 || !mayBuy()) {
            return;
        }
        if (ticker.askPrice() < average()) { // false while there is no print
            nextNs = context.timeNs() + coolDownNs;
            buy(instrument, Math.min(slice, Math.rint(left * UNITS) / UNITS));
        }
    }

    private boolean mayBuy() {
        return context.isHealthy()
                && context.timeNs() - nextNs >= 0
                && context.openOrders() == 0
                && trades != null
                && context.health(trades) == 0;
    }

    private void buy(Instrument instrument, double amount) {
        RiskVerdict verdict = context.buy(instrument, amount);
        if (!verdict.isAccepted()) {
            context.log(verdict.reason());
        }
    }

    /** The average over the window; NaN while there is no print. */
    private double average() {
        TradeTape tape = context.trades(first);
        double amount = 0;
        double paid = 0;
        for (int back = 0; tape != null && back < Math.min(window, tape.size()); back++) {
            amount += tape.amount(back);
            paid += tape.amount(back) * tape.price(back);
        }
        return paid / amount;
    }

    @Override
    public void onTimer(int timerId) {
        TradeTape tape = context.trades(first);
        if (tape != null && tape.size() > 0) {
            double shown = Decimals.round(average(), DIGITS);
            context.log("vwap {} of the last {} prints", shown, Math.min(window, tape.size()));
        }
    }
}
