package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineRig;
import io.hayate.event.Ticker;
import io.hayate.metrics.Counter;
import io.hayate.metrics.LatencyHistogram;
import io.hayate.metrics.Stage;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured of a ticker and an order that crossed real sockets, and how it is told. */
@Timeout(60)
class LatencySystemTest {
    @TempDir Path folder;

    private final SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue());

    @AfterEach
    void stopVenue() {
        venue.close();
    }

    private EngineRig rig(String topology, String idle, Strategy strategy) {
        Map<String, Object> settings = Map.of("loop.topology", topology, "loop.idle", idle);
        EngineRig rig = new EngineRig(venue.url(), folder.resolve("state"), settings, strategy);
        rig.awaitLive();
        rig.await(() -> rig.engine.ticks(0) > 0, "a ticker");
        return rig;
    }

    private static LatencyHistogram of(EngineRig rig, Stage stage) {
        return rig.engine.tickToTrade().of(stage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldMeasureEachStageAndReportIt(String topology) throws Exception {
        try (EngineRig rig = rig(topology, "blocking", null)) {
            rig.strategy.nextAmount = 0.01;
            venue.controls().advance(1);
            rig.await(() -> rig.count(Counter.FILLS) == 1, "a fill");
            long ticks = 2; // the first, and that of the step; the order may go out at either
            rig.await(() -> of(rig, Stage.RECEIVED_TO_HANDLED).count() == ticks, "its times");
            rig.await(() -> of(rig, Stage.LOOKED_TO_WRITTEN).count() == 1, "those of the order");

            assertEquals(ticks, of(rig, Stage.RECEIVED_TO_DECODED).count());
            assertEquals(ticks, of(rig, Stage.DECODED_TO_HANDLED).count());
            assertEquals(1, of(rig, Stage.HANDLED_TO_WRITTEN).count());
            assertEquals(1, of(rig, Stage.RECEIVED_TO_WRITTEN).count());
            assertEquals(1, of(rig, Stage.LOOKED_TO_WRITTEN).count());
            assertTrue(max(rig, Stage.HANDLED_TO_WRITTEN) <= max(rig, Stage.RECEIVED_TO_WRITTEN));
            assertTrue(max(rig, Stage.RECEIVED_TO_WRITTEN) <= max(rig, Stage.LOOKED_TO_WRITTEN));
            assertReported(rig, topology);
        }
    }

    private static long max(EngineRig rig, Stage stage) {
        return of(rig, stage).percentileNs(100);
    }

    private void assertReported(EngineRig rig, String topology) throws Exception {
        Map<String, String> facts =
                RunFacts.of(rig.config, venue.url(), rig.engine, Instant.EPOCH, Instant.now());
        new ReportFolder(folder.resolve("report")).write(rig.engine.tickToTrade(), facts);

        String page = Files.readString(folder.resolve("report/latency.html"));
        assertTrue(page.contains("<dt>topology</dt><dd>" + topology + "</dd>"), page);
        assertTrue(page.contains("<dt>orders</dt><dd>1</dd>"), page);
        assertTrue(page.contains("<dt>venue</dt><dd>" + venue.url() + "</dd>"), page);
        String summary = new SessionSummary(rig.engine).status();
        assertTrue(summary.contains("\nreceived to written "), summary);
        summary.lines().forEach(line -> assertTrue(line.length() < 80, line));
    }

    /** Keeps the thread in a callback until it is let go, and buys at the ticker after that. */
    private static final class Holder implements Strategy {
        final CountDownLatch held = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);
        volatile boolean holds;
        private boolean buys;
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            if (holds) {
                holds = false;
                buys = true;
                held.countDown();
                await(letGo);
            } else if (buys) {
                buys = false;
                context.buy(instrument, 0.01);
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                assertTrue(latch.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocking", "yielding"})
    void shouldBoundWhatAFrameWaitedWhileTheLoopWasInACallback(String idle) {
        Holder holder = new Holder();
        try (EngineRig rig = rig("one-thread", idle, holder)) {
            holder.holds = true;
            venue.controls().advance(1);
            Holder.await(holder.held);
            long sentNs = System.nanoTime();
            venue.controls().advance(1); // it lies in the socket from here on
            long waitedNs = System.nanoTime() - sentNs;
            holder.letGo.countDown();
            rig.await(() -> of(rig, Stage.LOOKED_TO_WRITTEN).count() == 1, "the order's times");

            assertTrue(max(rig, Stage.LOOKED_TO_WRITTEN) >= waitedNs);
        }
    }
}
