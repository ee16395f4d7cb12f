package io.hayate.rehearsal;

import io.hayate.engine.AffinityConfig;
import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.LoopConfig;
import io.hayate.engine.OrderConfig;
import io.hayate.engine.PathConfig;
import io.hayate.engine.RestAddress;
import io.hayate.engine.ThreadPlan;
import io.hayate.engine.Topology;
import io.hayate.engine.VenueEndpoint;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.SessionState;
import io.hayate.risk.RiskLimits;
import io.hayate.session.Credentials;
import io.hayate.session.SessionConfig;
import io.hayate.strategy.CancelOnStop;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.exchange.Exchange;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Warms the process up: before the real session, whole engines of the same settings trade with the
 * embedded exchange in a hurry ({@link RehearsalVenue}), over a real loopback socket, for a bounded
 * time. Every class on the path is loaded and its hot methods are compiled when the first real tick
 * comes, the write of an order included.
 *
 * <p>They subscribe what the session will subscribe, see {@link RehearsedChannels}: the tickers, and
 * beside them a channel of each form that is configured, of prints, books by level and by order,
 * candles and statuses, of pairs and of funding. The exchange tells them as it always does: a
 * snapshot, then bursts, sequence numbers and times behind each frame, checksums, heartbeats. Now and
 * then a checksum is wrong, so that a book's health changes and it is unsubscribed and subscribed anew.
 * The first act has a channel of every other form, too, should one be subscribed later.
 *
 * <p>There are three acts, each with a strategy of another class and with other limits and frames: the
 * JVM then takes nothing for granted that the real session could prove wrong, which it would only
 * find out at the first real tick, and would have to compile the path anew.
 *
 * <p>Main thread; reaches nothing outside this process and keeps nothing.
 */
public final class Rehearsal {
    private static final int ACTS = 3;
    private static final int CLOSING_SHARE = 50; // one in so many parts of the time
    private static final int ORDERS_AN_ACT = 6_000;
    private static final int ORDERS_PER_SECOND = 100_000; // a limit that is never reached
    private static final int OPEN_ORDERS = 1_000;
    private static final int RING_SIZE_MIN = 256; // wraps often, and a flood fills it
    private static final int MARKET_EVENTS = 192; // more than the rows of any snapshot
    private static final int TIMER_TICK_MS = RehearsalActor.TIMER_MS;
    private static final long POLL_MS = 1;

    /** Its one connection is the session's: whoever asks it by HTTP takes it away. */
    private static final VenueEndpoint ENDPOINT =
            new VenueEndpoint(true, null, null, RestAddress.OFF);

    private static final long QUIET_NS = TimeUnit.MILLISECONDS.toNanos(40);

    private final EngineConfig config;
    private final int port;
    private final Clocks clocks;
    private final long startNs;
    private final long budgetNs;

    private Rehearsal(EngineConfig config, int budgetMs, int port, Clocks clocks) {
        this.config = config;
        this.port = port;
        this.clocks = clocks;
        startNs = clocks.nano().nanoTime();
        budgetNs = TimeUnit.MILLISECONDS.toNanos(budgetMs);
    }

    /**
     * Rehearses until enough is done or the time is over.
     *
     * @param budgetMs the time that it may take; 0 for no rehearsal
     */
    public static void run(EngineConfig config, int budgetMs, Clocks clocks)
            throws InterruptedException {
        run(config, budgetMs, 0, clocks);
    }

    /**
     * As above, on this port; 0 takes any that is free.
     *
     * @return how many orders were answered in the act that had the fewest
     */
    static int run(EngineConfig config, int budgetMs, int port, Clocks clocks)
            throws InterruptedException {
        return budgetMs > 0 ? new Rehearsal(config, budgetMs, port, clocks).run() : 0;
    }

    private int run() throws InterruptedException {
        try {
            int answeredLeast = Integer.MAX_VALUE;
            for (int act = 0; act < ACTS; act++) {
                long shareNs = (budgetNs - budgetNs / CLOSING_SHARE) / ACTS;
                int answered = perform(act, startNs + shareNs * (act + 1));
                answeredLeast = Math.min(answeredLeast, answered);
            }
            awaitCompiled();
            return answeredLeast;
        } catch (IOException | ConfigException e) {
            // No loopback, no rehearsal: the first ticks take longer, as without any. Whatever else
            // is wrong with the settings, the session will tell.
            return 0;
        }
    }

    private int perform(int act, long endNs) throws IOException, InterruptedException {
        RiskLimits limits = RiskLimits.DEFAULTS.withoutLimits();
        if (act == 1) {
            limits =
                    new RiskLimits(
                            true, limits.orderAmountMaxUnits(), ORDERS_PER_SECOND, OPEN_ORDERS);
        }
        List<ChannelSpec> channels =
                act == 0
                        ? RehearsedChannels.ofAllForms(config.channels())
                        : RehearsedChannels.of(config.channels());
        RehearsalActor actor = RehearsalActor.of(act);
        VenueConfig exchange = RehearsalVenue.config(channels).withPort(port);
        try (RehearsalVenue venue = new RehearsalVenue(exchange, act != 1, clocks);
                Engine engine = new Engine(rehearsed(channels, limits), venue.url(), actor)) {
            engine.start();
            await(() -> actor.hasStarted() && engine.state() == SessionState.LIVE, endNs);
            await(() -> actor.answered() >= ORDERS_AN_ACT || venue.isGone(), endNs);
            return actor.answered();
        }
    }

    /** The same engine with an account and limits of its own, and nothing kept. */
    private EngineConfig rehearsed(List<ChannelSpec> channels, RiskLimits limits) {
        return new EngineConfig(
                ENDPOINT,
                new PathConfig(
                        channels,
                        SessionConfig.DEFAULTS.withOneConnection(channels.size() + 1),
                        config.path().market(),
                        config.path().history(),
                        config.path().decoder(),
                        loop(),
                        new OrderConfig(limits, CancelOnStop.NONE),
                        config.strategy().of("rehearsal", Map.of())),
                config.transport(),
                AffinityConfig.OFF,
                new Credentials(Exchange.DEMO_KEY, Exchange.DEMO_SECRET),
                null,
                config.lockFolders(),
                false);
    }

    private LoopConfig loop() {
        Topology topology = ThreadPlan.of(config).topology();
        return new LoopConfig(topology, config.loop().idle(), ringSize(), TIMER_TICK_MS, 1);
    }

    /** The least that holds what comes at once in the part that market data may fill. */
    private int ringSize() {
        int size = RING_SIZE_MIN;
        while (size * config.path().market().ringShare() < MARKET_EVENTS) {
            size *= 2;
        }
        return size;
    }

    private void await(BooleanSupplier reached, long endNs) throws InterruptedException {
        while (!reached.getAsBoolean() && isBefore(endNs)) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private boolean isBefore(long timeNs) {
        return clocks.nano().nanoTime() - timeNs < 0;
    }

    /** What is still being compiled would take time from the first ticks, and come too late for them. */
    private void awaitCompiled() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            return;
        }
        long lastMs = -1;
        long sinceNs = clocks.nano().nanoTime();
        while (isBefore(startNs + budgetNs) && isBefore(sinceNs + QUIET_NS)) {
            long nowMs = compiler.getTotalCompilationTime();
            if (nowMs != lastMs) {
                lastMs = nowMs;
                sinceNs = clocks.nano().nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }
}
