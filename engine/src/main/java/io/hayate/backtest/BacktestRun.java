package io.hayate.backtest;

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
import io.hayate.venue.mirror.FillAccount;
import io.hayate.venue.mirror.MirrorPlan;
import java.io.IOException;
import java.util.LinkedHashMap;
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
     * @throws IOException when that cannot be read
     */
    BacktestResult run(Map<String, String> parameters, Strategy strategy, QueueModel model)
            throws IOException {
        long startMs = recorded.startMs();
        Ledger ledger = new Ledger(account.name());
        MirrorPlan plan = new MirrorPlan(recorded.listings(), model);
        Exchange exchange = Exchange.mirrored(venue, plan, ledger, startMs, 0);
        long seed = venue.seed();
        long least = config.latency().isRecorded() ? recorded.leastLagUs() : TextSource.UNKNOWN;
        try (TextSource texts = recorded.open()) {
            RecordedSchedule schedule =
                    new RecordedSchedule(
                            texts, exchange.mirror(), least, () -> ledger.look(exchange.mirror()));
            Simulation simulation =
                    new Simulation(
                            exchange,
                            startMs,
                            config.latency().model(seed, schedule::delayNs),
                            config.latency().model(seed + 1, schedule::delayNs));
            simulation.feed(schedule);
            SimulatedEngine engine = engine(simulation, strategy);
            Complaint complaint = new Complaint();
            simulation.runUntil(() -> isOver(schedule, engine, ledger, exchange), NEVER_NS);
            simulation.runFor(GRACE_NS);
            ledger.look(exchange.mirror());
            engine.path().incidents().drain(complaint::take);
            return result(parameters, model, engine, ledger, exchange, complaint);
        }
    }

    private static boolean isOver(
            RecordedSchedule schedule, SimulatedEngine engine, Ledger ledger, Exchange exchange) {
        if (ledger.hasTraded()) {
            ledger.look(exchange.mirror());
        }
        return schedule.isOver() || !engine.outcomes().isEmpty();
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

    private static BacktestResult result(
            Map<String, String> parameters,
            QueueModel model,
            SimulatedEngine engine,
            Ledger ledger,
            Exchange exchange,
            Complaint complaint) {
        Counters counters = engine.path().counters();
        FillAccount fills = exchange.mirror().fills();
        Map<String, BacktestResult.Money> money = new LinkedHashMap<>();
        ledger.worths()
                .forEach(
                        (quote, worth) ->
                                money.put(
                                        quote,
                                        new BacktestResult.Money(
                                                worth.profit(), worth.drawdown())));
        String ended = String.join("; ", engine.outcomes());
        return new BacktestResult(
                parameters,
                model,
                new BacktestResult.Orders(
                        counters.get(Counter.ORDERS_SENT),
                        counters.get(Counter.ORDERS_REFUSED),
                        counters.get(Counter.ORDERS_REJECTED),
                        ledger.refusal()),
                new BacktestResult.Fills(
                        ledger.fills(), ledger.makerFills(), fills.uncertain(), fills.hasGuessed()),
                money,
                ledger.fees(),
                ledger.positions(),
                ended.isEmpty() ? complaint.text : ended);
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
