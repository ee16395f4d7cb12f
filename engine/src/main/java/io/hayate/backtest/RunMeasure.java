package io.hayate.backtest;

import io.hayate.backtest.compare.JournaledOrders;
import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.Curve;
import io.hayate.backtest.result.Ledger;
import io.hayate.backtest.result.LedgerMarket;
import io.hayate.backtest.result.RunCurves;
import io.hayate.backtest.result.RunDetail;
import io.hayate.journal.SegmentStore;
import io.hayate.metrics.LatencyHistogram;
import io.hayate.simulation.LatencyModel;
import io.hayate.simulation.Simulation;
import io.hayate.venue.mirror.FillAccount;
import io.hayate.venue.mirror.FillCause;
import io.hayate.venue.mirror.MirrorListing;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures a run: money at each fill and second, and, where curves are asked for, prices as often as a
 * curve has columns, up to fifty times a second. The results are the same with curves and without.
 */
final class RunMeasure {
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int[] LOOKS_A_SECOND = {1, 2, 5, 10, 20, 50};

    private final Ledger ledger;
    private final RunCurves curves; // null unless asked for
    private final LatencyHistogram order = new LatencyHistogram();
    private final LatencyHistogram feed = new LatencyHistogram();
    private final int looksASecond;
    private long looks;
    private Simulation simulation; // null until it begins

    RunMeasure(Recorded recorded, String account, boolean isDetailed) {
        List<String> symbols = recorded.listings().stream().map(MirrorListing::symbol).toList();
        curves = isDetailed ? new RunCurves(recorded.endNs(), symbols) : null;
        looksASecond = curves == null ? 1 : looksASecond(recorded.endNs());
        ledger = new Ledger(account, new Now(), curves);
    }

    private static int looksASecond(long spanNs) {
        double seconds = Math.max(1.0, (double) spanNs / SECOND_NS);
        int found = 0;
        while (found < LOOKS_A_SECOND.length - 1
                && LOOKS_A_SECOND[found] * seconds < Curve.COLUMNS) {
            found++;
        }
        return LOOKS_A_SECOND[found];
    }

    /** Begins with what is measured. */
    void begin(Simulation measured) {
        simulation = measured;
    }

    /** How often it wants to look, in ns. */
    long lookNs() {
        return SECOND_NS / looksASecond;
    }

    /** Looks. */
    void look() {
        if (looks++ % looksASecond == 0) {
            ledger.look();
        }
        ledger.draw();
    }

    /** The same times to the exchange, measured where asked for. */
    LatencyModel up(LatencyModel model) {
        return curves == null ? model : measured(model, order);
    }

    /** The same times from the exchange. */
    LatencyModel down(LatencyModel model) {
        return curves == null ? model : measured(model, feed);
    }

    private static LatencyModel measured(LatencyModel model, LatencyHistogram times) {
        return () -> {
            long ns = model.nextNs();
            times.record(ns);
            return ns;
        };
    }

    Ledger ledger() {
        return ledger;
    }

    BacktestResult.Fills fills() {
        FillAccount fills = simulation.exchange().mirror().fills();
        return new BacktestResult.Fills(
                ledger.fills(),
                ledger.makerFills(),
                fills.uncertain(),
                fills.hasGuessed(),
                ledger.places().all());
    }

    /** What is told of the run; null unless asked for. */
    RunDetail detail(SegmentStore journal) {
        return curves == null
                ? null
                : new RunDetail(curves, order, feed, JournaledOrders.of(journal).all());
    }

    /** The simulation, as the ledger sees it. */
    private final class Now implements LedgerMarket {
        @Override
        public long timeNs() {
            return simulation.clock().nanoTime();
        }

        @Override
        public BigDecimal mid(String symbol) {
            return simulation.exchange().mirror().mid(symbol);
        }

        @Override
        public FillCause cause(long tradeId) {
            return simulation.exchange().mirror().fills().cause(tradeId);
        }
    }
}
