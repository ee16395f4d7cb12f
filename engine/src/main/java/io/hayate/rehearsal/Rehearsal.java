package io.hayate.rehearsal;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.model.ChannelSpec;
import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import io.hayate.model.SessionState;
import io.hayate.risk.RiskLimits;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
 * <p>Strategies of the user that are {@linkplain Strategy#rehearsable rehearsable} have a fourth act, the last
 * one, so that they are called as they will be, see {@link StrategiesAct}.
 *
 * <p>Main thread; reaches nothing outside this process and keeps nothing.
 */
public final class Rehearsal {
    private static final int ACTS = 3;
    private static final int ORDERS_AN_ACT = 6_000;
    private static final int ORDERS_PER_SECOND = 100_000; // a limit that is never reached
    private static final int OPEN_ORDERS = 1_000;
    private static final long QUIET_NS = TimeUnit.MILLISECONDS.toNanos(40);

    private final EngineConfig config;
    private final RehearsalSettings settings;
    private final int port;
    private final Clocks clocks;
    private final RehearsalTime time;
    private final List<String> failures = new ArrayList<>();
    private int answeredLeast = Integer.MAX_VALUE;

    private Rehearsal(EngineConfig config, int budgetMs, int port, Clocks clocks) {
        this.config = config;
        settings = new RehearsalSettings(config);
        this.port = port;
        this.clocks = clocks;
        time = RehearsalTime.of(clocks.nano(), budgetMs);
    }

    /**
     * Rehearses until enough is done or the time is over, and some seconds beyond it where a strategy does
     * not return.
     *
     * @param budgetMs the time that it may take; 0 for no rehearsal
     * @return a line for each strategy that failed
     */
    public static List<String> run(
            EngineConfig config, int budgetMs, Clocks clocks, RehearsedStrategies strategies)
            throws InterruptedException {
        if (budgetMs == 0) {
            return List.of();
        }
        Rehearsal rehearsal = new Rehearsal(config, budgetMs, 0, clocks);
        rehearsal.run(strategies);
        return rehearsal.failures;
    }

    /**
     * As above without strategies, on this port; 0 takes any that is free.
     *
     * @return how many orders were answered in the act that had the fewest
     */
    static int run(EngineConfig config, int budgetMs, int port, Clocks clocks)
            throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(config, budgetMs, port, clocks);
        rehearsal.run(RehearsedStrategies.NONE);
        return rehearsal.answeredLeast;
    }

    private void run(RehearsedStrategies strategies) throws InterruptedException {
        int acts = strategies.isNone() ? ACTS : ACTS + 1;
        try {
            for (int act = 0; act < ACTS; act++) {
                int answered = perform(act, time.endOf(act, acts));
                answeredLeast = Math.min(answeredLeast, answered);
            }
            if (!strategies.isNone()) {
                StrategiesAct last = new StrategiesAct(strategies, settings, clocks, time);
                failures.addAll(last.perform(time.endOf(ACTS, acts)));
            }
            awaitCompiled();
        } catch (IOException | ConfigException e) {
            // No loopback, no rehearsal: the first ticks take longer, as without any. Whatever else
            // is wrong with the settings, the session will tell.
            answeredLeast = 0;
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
                Engine engine =
                        new Engine(settings.ofActor(channels, limits), venue.url(), actor)) {
            engine.start();
            time.await(() -> actor.hasStarted() && engine.state() == SessionState.LIVE, endNs);
            time.await(() -> actor.answered() >= ORDERS_AN_ACT || venue.isGone(), endNs);
            return actor.answered();
        }
    }

    /** What is still being compiled would take time from the first ticks, and come too late for them. */
    private void awaitCompiled() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            return;
        }
        long lastMs = -1;
        long sinceNs = time.nowNs();
        while (time.isBefore(time.endNs()) && time.isBefore(sinceNs + QUIET_NS)) {
            long nowMs = compiler.getTotalCompilationTime();
            if (nowMs != lastMs) {
                lastMs = nowMs;
                sinceNs = time.nowNs();
            }
            time.pause();
        }
    }
}
