package io.hayate.backtest;

import io.hayate.backtest.result.BacktestResult;
import io.hayate.backtest.result.Ledger;
import io.hayate.engine.PathConfig;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Counters;
import io.hayate.metrics.Incidents;
import io.hayate.model.ChannelSpec;
import io.hayate.session.Credentials;
import io.hayate.simulation.SimulatedEngine;
import io.hayate.simulation.Simulation;
import io.hayate.strategy.Strategy;
import io.hayate.venue.AccountConfig;
import io.hayate.venue.FaultConfig;
import io.hayate.venue.KeyConfig;
import io.hayate.venue.QueueModel;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.Exchange;
import io.hayate.venue.mirror.MirrorPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One strategy on one recording under one queue model: a simulation from begin to end. One thread. */
final class BacktestRun {
    private static final long GRACE_NS = TimeUnit.SECONDS.toNanos(5); // for what is under way
    private static final long NEVER_NS = Long.MAX_VALUE / 4;

    private final Recorded recorded;
    private final BacktestConfig config;
    private final VenueConfig venue;
    private final AccountConfig account;

    BacktestRun(Recorded recorded, BacktestConfig config) {
        this.recorded = recorded;
        this.config = config;
        int channels = config.run().engine().channels().size() + recorded.listings().size();
        venue =
                config.run()
                        .venue()
                        .withFaults(FaultConfig.NONE)
                        .withSubscriptionsMax(channelsMax(channels));
        account = venue.accounts().all().get(0);
    }

    private static int channelsMax(int channels) {
        return 4 * channels + 32; // a strategy may ask for more
    }

    /**
     * Runs to the end of the recording.
     *
     * @param isDetailed whether curves are kept, too
     * @throws IOException when that cannot be read
     */
    BacktestResult run(
            Map<String, String> parameters, Strategy strategy, QueueModel model, boolean isDetailed)
            throws IOException {
        RunMeasure measure = new RunMeasure(recorded, account.name(), isDetailed);
        try (TextSource texts = recorded.open()) {
            RunStage stage = stage(texts, measure, model);
            SimulatedEngine engine = engine(stage.simulation(), strategy);
            Complaint complaint = new Complaint();
            stage.simulation().runUntil(() -> isOver(stage, engine, measure.ledger()), NEVER_NS);
            stage.simulation().runFor(GRACE_NS);
            measure.ledger().look();
            measure.ledger().draw();
            engine.path().incidents().drain(complaint::take);
            String ended = String.join("; ", engine.outcomes());
            return new BacktestResult(
                    parameters,
                    model,
                    orders(engine.path().counters(), measure.ledger()),
                    measure.fills(),
                    measure.ledger().money(),
                    measure.ledger().held(),
                    measure.detail(engine.journal()),
                    ended.isEmpty() ? complaint.text : ended);
        }
    }

    /** A market that follows the recording, and what moves it. */
    private record RunStage(Simulation simulation, RecordedSchedule schedule) {}

    private RunStage stage(TextSource texts, RunMeasure measure, QueueModel model) {
        long startMs = recorded.startMs();
        MirrorPlan plan = new MirrorPlan(recorded.listings(), model);
        Exchange exchange = Exchange.mirrored(venue, plan, measure.ledger(), startMs, 0);
        long least = config.latency().isRecorded() ? recorded.leastLagUs() : TextSource.UNKNOWN;
        RecordedSchedule schedule =
                new RecordedSchedule(
                        texts, exchange.mirror(), least, measure.lookNs(), measure::look);
        long seed = venue.seed();
        Simulation simulation =
                new Simulation(
                        exchange,
                        startMs,
                        measure.up(config.latency().model(seed, schedule::delayNs)),
                        measure.down(config.latency().model(seed + 1, schedule::delayNs)));
        measure.begin(simulation);
        simulation.feed(schedule);
        return new RunStage(simulation, schedule);
    }

    private static boolean isOver(RunStage stage, SimulatedEngine engine, Ledger ledger) {
        if (ledger.hasTraded()) {
            ledger.look();
        }
        return stage.schedule().isOver() || !engine.outcomes().isEmpty();
    }

    private SimulatedEngine engine(Simulation simulation, Strategy strategy) {
        PathConfig path = config.run().engine().path();
        List<ChannelSpec> channels =
                new RecordedChannels(recorded.listings()).of(path.channels(), config.symbols());
        PathConfig given =
                new PathConfig(
                        channels,
                        path.session().withOneConnection(channelsMax(channels.size())),
                        path.market(),
                        path.history(),
                        path.decoder(),
                        path.loop(),
                        path.orders(),
                        path.strategy());
        KeyConfig key = account.keys().get(0);
        return simulation.engine(given, new Credentials(key.key(), key.secret()), strategy);
    }

    private static BacktestResult.Orders orders(Counters counters, Ledger ledger) {
        return new BacktestResult.Orders(
                counters.get(Counter.ORDERS_SENT),
                counters.get(Counter.ORDERS_REFUSED),
                counters.get(Counter.ORDERS_REJECTED),
                ledger.refusal());
    }

    /** The first thing that went wrong. */
    private static final class Complaint {
        private String text = "";

        private void take(Incidents.Incident incident) {
            if (text.isEmpty() && incident.cause() != null) {
                text = incident.what() + ": " + incident.cause();
            }
        }
    }
}
