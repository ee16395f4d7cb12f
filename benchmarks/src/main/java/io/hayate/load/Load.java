package io.hayate.load;

import io.hayate.engine.Engine;
import io.hayate.engine.EngineConfig;
import io.hayate.engine.LoopConfig;
import io.hayate.metrics.AllocationMeter;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Counts;
import io.hayate.settings.RunConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One venue, one engine, and the thread that sets the pace and looks on. */
final class Load implements AutoCloseable {
    private static final int WARM_S = 10;
    private static final int TUNE_S = 3;
    private static final int TUNINGS = 3;
    private static final int LIVE_S = 60;
    private static final int PROGRESS_S = 10;
    private static final int QUIET_S = 5;
    private static final int LOOK_MS = 5;
    private static final double PACE_STEP_MAX = 1.5;
    private static final double TOUCH_MORE = 1.005; // a rate that is held is not one just missed
    private static final double BURST_MORE =
            1.02; // likewise; a burst is over before it could be tuned

    private final LoadPlan plan;
    private final PrintStream out;
    private final SimulatedVenue venue;
    private final LoadStrategy strategy = new LoadStrategy();
    private final Engine engine;
    private final EngineFigures figures;
    private final List<Thread> venueThreads;
    private final List<Thread> tradingThreads = new ArrayList<>();
    private final AllocationMeter steadyAllocations;
    private final AllocationMeter burstAllocations;
    private final int channels;
    private final String settings;
    private AllocationMeter meter;
    private double pace = 1;
    private long behindMax;
    private long ageMaxUs;

    Load(RunConfig run, LoadPlan plan, PrintStream out) {
        EngineConfig config = run.engine();
        this.plan = plan;
        this.out = out;
        venue = SimulatedVenue.start(run.venue());
        engine = new Engine(config, venue.url(), strategy);
        engine.start();
        figures = new EngineFigures(engine);
        channels = config.channels().size();
        settings = settings(config.loop());
        venueThreads = Threads.named("venue");
        tradingThreads.addAll(Threads.named("loop"));
        tradingThreads.addAll(Threads.named("strategy"));
        steadyAllocations = new AllocationMeter(tradingThreads, 0);
        burstAllocations = new AllocationMeter(tradingThreads, 0);
    }

    private static String settings(LoopConfig loop) {
        return String.format(
                Locale.ROOT,
                "topology %s, idle %s, ring-size %d, loops %d",
                name(loop.topology()),
                name(loop.idle()),
                loop.ringSize(),
                loop.loops());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Runs all of it; throws when the channels do not all come to live. */
    LoadResult run() throws IOException, InterruptedException {
        awaitChannels();
        tune();
        LoadResult result = new LoadResult(channels, venue.connections());
        result.put("settings", settings);
        meter = steadyAllocations;
        result.steady(hold(plan.minutes() * 60));
        result.steadyAllocations(endMeter(steadyAllocations));
        for (int i = 0; i < plan.bursts(); i++) {
            Burst burst = burst();
            out.println(LoadReport.line(burst));
            result.add(burst);
            hold(Math.max(1, plan.burstEveryS() - (int) burst.seconds()));
        }
        result.burstAllocations(endMeter(burstAllocations));
        stand(result);
        result.words(List.copyOf(strategy.words()));
        return result;
    }

    private void awaitChannels() throws IOException, InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIVE_S);
        while (figures.healthyChannels() < channels) {
            if (System.nanoTime() - endNs > 0) {
                throw new IOException(
                        "after "
                                + LIVE_S
                                + " s only "
                                + figures.healthyChannels()
                                + " of "
                                + channels
                                + " channels were live: "
                                + strategy.words());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        String connections = Counts.of(venue.connections(), "connection");
        out.println(Counts.of(channels, "channel") + " on " + connections);
    }

    /** Finds the pace at which the venue sends what is wanted. */
    private void tune() throws InterruptedException {
        look(WARM_S);
        for (int i = 0; i < TUNINGS; i++) {
            long before = venue.textsSent();
            long startNs = System.nanoTime();
            look(TUNE_S);
            adjust(rate(before, startNs));
        }
        ageMaxUs = 0;
        behindMax = 0;
    }

    private double rate(long before, long startNs) {
        return (venue.textsSent() - before) / secondsSince(startNs);
    }

    private static double secondsSince(long startNs) {
        return (System.nanoTime() - startNs) / 1e9;
    }

    private void adjust(double rate) {
        double wanted = plan.rate() * TOUCH_MORE / Math.max(1, rate);
        pace *= Math.min(PACE_STEP_MAX, Math.max(1 / PACE_STEP_MAX, wanted));
        venue.controls().pace(pace);
    }

    /** Looks on for so long and tells every ten seconds. */
    private Steady hold(int seconds) throws InterruptedException {
        long frames = figures.get(Counter.FRAMES);
        long events = figures.get(Counter.EVENTS);
        long venueMs = Threads.cpuMs(venueThreads);
        long engineMs = Threads.cpuMs(tradingThreads);
        long leftOut = leftOut();
        long startNs = System.nanoTime();
        for (int left = seconds; left > 0; left -= PROGRESS_S) {
            long before = venue.textsSent();
            long beforeNs = System.nanoTime();
            look(Math.min(left, PROGRESS_S));
            double rate = rate(before, beforeNs);
            out.println(LoadReport.progress(rate, figures, behindMax, ageMaxUs));
            adjust(rate);
        }
        double took = secondsSince(startNs);
        return new Steady(
                took,
                figures.get(Counter.FRAMES) - frames,
                figures.get(Counter.EVENTS) - events,
                (Threads.cpuMs(venueThreads) - venueMs) / took / 10,
                (Threads.cpuMs(tradingThreads) - engineMs) / took / 10,
                behindMax,
                ageMaxUs,
                leftOut() - leftOut);
    }

    private long leftOut() {
        return figures.get(Counter.UPDATES_DROPPED) + figures.get(Figure.CONFLATED);
    }

    private void look(int seconds) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() - endNs < 0) {
            look();
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    private long look() {
        long behind = behind();
        behindMax = Math.max(behindMax, behind);
        ageMaxUs = Math.max(ageMaxUs, figures.get(Counter.RING_AGE_US));
        if (meter != null) {
            meter.sample(true, figures.get(Counter.EVENTS), System.nanoTime());
        }
        return behind;
    }

    /** Frames that the venue has sent and the engine has not read. */
    private long behind() {
        long read = figures.get(Counter.FRAMES);
        return Math.max(0, venue.textsSent() - read);
    }

    private Burst burst() throws InterruptedException {
        meter = burstAllocations;
        behindMax = 0;
        long sent = venue.textsSent();
        long dropped = figures.get(Counter.UPDATES_DROPPED);
        long conflated = figures.get(Figure.CONFLATED);
        long resyncs = figures.get(Counter.RESYNCS);
        long startNs = System.nanoTime();
        venue.controls().pace(pace * plan.burstFactor() * BURST_MORE);
        look(plan.burstS());
        venue.controls().pace(pace); // comes back once the venue has written what was due
        double seconds = secondsSince(startNs);
        long frames = venue.textsSent() - sent;
        long endNs = System.nanoTime();
        long drainMs = awaitDrained(endNs);
        long healthyMs = awaitHealthy(endNs);
        return new Burst(
                seconds,
                frames,
                behindMax,
                drainMs,
                healthyMs,
                figures.get(Counter.UPDATES_DROPPED) - dropped,
                figures.get(Figure.CONFLATED) - conflated,
                figures.get(Counter.RESYNCS) - resyncs);
    }

    private long awaitDrained(long startNs) throws InterruptedException {
        long steadyBehind = plan.rate() / 20;
        while (secondsSince(startNs) < plan.burstEveryS() / 2.0) {
            if (look() <= steadyBehind && figures.get(Counter.RING_AGE_US) < 50_000) {
                return (long) (secondsSince(startNs) * 1_000);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return -1;
    }

    private long awaitHealthy(long startNs) throws InterruptedException {
        while (secondsSince(startNs) < plan.burstEveryS()) {
            look();
            if (figures.healthyChannels() == channels) {
                return (long) (secondsSince(startNs) * 1_000);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        return -1;
    }

    private AllocationMeter endMeter(AllocationMeter ended) {
        ended.sample(false, figures.get(Counter.EVENTS), System.nanoTime());
        meter = null;
        return ended;
    }

    /** The market stands still: what was sent and is not read then is lost. */
    private void stand(LoadResult result) throws InterruptedException {
        venue.controls().pace(0);
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(QUIET_S);
        long lost;
        do {
            TimeUnit.MILLISECONDS.sleep(100);
            lost = venue.textsSent() - figures.get(Counter.FRAMES);
        } while (lost != 0 && System.nanoTime() - endNs < 0);
        result.end(figures, strategy, lost, venue.tickersSkipped(), ageMaxUs);
    }

    @Override
    public void close() {
        engine.close();
        venue.close();
    }
}
