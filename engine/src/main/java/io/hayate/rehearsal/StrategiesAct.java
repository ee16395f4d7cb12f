package io.hayate.rehearsal;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.event.TrafficTap;
import io.hayate.metrics.Counter;
import io.hayate.metrics.Incidents.Incident;
import io.hayate.metrics.Meters;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.MarketChannels;
import io.hayate.model.SessionState;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The act of a rehearsal that the user's own strategies have: instances of theirs, on an engine as the run
 * has it, in an {@link InventedMarket}. What they throw is told in a line and ends nothing else. What does
 * not return is interrupted as the act ends, and left behind if that does not help.
 *
 * <p>Main thread.
 */
final class StrategiesAct {
    private static final int ORDERS = 6_000;
    private static final long EVENTS = 200_000;
    private static final long PATIENCE_NS =
            TimeUnit.SECONDS.toNanos(2); // with an end that comes at once

    private final RehearsedStrategies strategies;
    private final RehearsalSettings settings;
    private final Clocks clocks;
    private final RehearsalTime time;
    private final Map<String, String> failures =
            new LinkedHashMap<>(); // by strategy, the first of each
    private String late; // who was interrupted; null for nobody

    StrategiesAct(
            RehearsedStrategies strategies,
            RehearsalSettings settings,
            Clocks clocks,
            RehearsalTime time) {
        this.strategies = strategies;
        this.settings = settings;
        this.clocks = clocks;
        this.time = time;
    }

    /**
     * Plays until enough is done or the time is over.
     *
     * @return a line for each strategy that failed
     * @throws IOException when this machine has no loopback to listen on
     */
    List<String> perform(long endNs) throws IOException, InterruptedException {
        List<Strategy> made = make(endNs);
        if (!made.isEmpty()) {
            List<ChannelSpec> channels = InventedMarket.channels(settings.run().path().channels());
            VenueConfig exchange = InventedMarket.config(channels);
            EngineConfig config = settings.ofStrategies(channels, strategies.config());
            try (RehearsalVenue venue = new RehearsalVenue(exchange, true, clocks)) {
                play(
                        new Engine(
                                config,
                                venue.url(),
                                made,
                                TrafficTap.NONE,
                                Meters.onHeap(MarketChannels.COUNT_MAX)),
                        venue,
                        endNs);
            }
        }
        return List.copyOf(failures.values());
    }

    private List<Strategy> make(long endNs) throws InterruptedException {
        BoundedCall<List<Strategy>> call =
                BoundedCall.begin("rehearsal-strategies", strategies.maker()::get);
        time.await(call::isDone, endNs);
        if (!call.isDone()) {
            call.giveUp();
            fail("", "a constructor or configure of " + title() + " did not return in time");
            return List.of();
        }
        try {
            return call.result();
        } catch (ExecutionException e) {
            boolean isTold = e.getCause() instanceof ConfigException;
            fail("", isTold ? e.getCause().getMessage() : title() + " failed: " + e.getCause());
            return List.of();
        }
    }

    private String title() {
        return "strategy " + strategies.config().title();
    }

    private void fail(String strategy, String what) {
        failures.putIfAbsent(strategy, what);
    }

    private void play(Engine engine, RehearsalVenue venue, long endNs) throws InterruptedException {
        try {
            engine.start();
            time.await(() -> engine.state() == SessionState.LIVE || venue.isGone(), endNs);
            time.await(() -> isEnough(engine) || venue.isGone(), endNs);
        } finally {
            close(engine);
        }
        engine.incidents().drain(this::onIncident);
    }

    private static boolean isEnough(Engine engine) {
        return engine.counters().get(Counter.ORDERS_SENT) >= ORDERS
                || engine.path().runner().handled() >= EVENTS
                || engine.path().runner().isStopped();
    }

    /** On a thread of its own, as it waits some seconds for a callback that does not return. */
    private void close(Engine engine) throws InterruptedException {
        BoundedCall<Boolean> call =
                BoundedCall.begin(
                        "rehearsal-end",
                        () -> {
                            engine.close();
                            return true;
                        });
        long patienceNs = time.nowNs() + PATIENCE_NS;
        while (!call.isDone() && time.isBefore(patienceNs)) {
            engine.path().runner().watch().look(time.nowNs(), what -> late = what);
            time.pause();
        }
        if (late != null && !engine.path().runner().isStopped()) {
            fail("", late + ": it does not return, and is left behind");
        }
    }

    private void onIncident(Incident incident) {
        for (String name : strategies.config().names()) {
            String what = incident.what();
            boolean isFailure =
                    what.startsWith("strategy " + name + " failed in ")
                            || what.startsWith("strategy " + name + " lasted too long in ");
            if (isFailure) {
                fail(name, what.substring(0, what.indexOf(';')) + cause(incident.cause()));
            }
        }
    }

    private static String cause(Throwable cause) {
        if (cause == null) {
            return "";
        }
        StackTraceElement[] stack = cause.getStackTrace();
        return ": " + cause + (stack.length == 0 ? "" : ", in " + stack[0]);
    }
}
