package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A callback that does not return ends nothing but its strategy: it is told, and the engine ends when asked. */
class StuckStrategySystemTest {
    @TempDir Path state;

    /** Stands still in its first callback until the test lets it go. */
    private static final class Stuck implements Strategy {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            reached.countDown();
            awaitRelease();
        }

        /** As a loop of a user's, it cares for no interrupt. */
        private void awaitRelease() {
            try {
                released.await();
            } catch (InterruptedException e) {
                awaitRelease();
            }
        }
    }

    /** Orders at the first price, and stands still at the first one after the test has it do so. */
    private static final class StuckTrader implements Strategy {
        final Stuck stuck = new Stuck();
        volatile boolean isToStick;
        private StrategyContext context;

        @Override
        public void onStart(StrategyContext given) {
            context = given;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            if (context.openOrders() == 0) {
                context.send(context.order(instrument).buy(0.01).limit(80_000));
            } else if (isToStick) {
                stuck.onTicker(instrument, ticker);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldCancelByRestWhatAStrategyThatNeverReturnsHasLeftOpen(String topology)
            throws Exception {
        StuckTrader trader = new StuckTrader();
        Map<String, Object> settings =
                Map.of("loop.topology", topology, "orders.dead-man-switch", false);
        EngineRig rig =
                EngineRig.withEmbeddedVenue(EngineRig.stillVenue(), state, settings, trader);
        try {
            rig.awaitOnly(rig::isLive, () -> "live");
            rig.awaitMoving(
                    () -> rig.controls().advance(1), () -> rig.openOrders() == 1, () -> "an order");
            rig.awaitOnly(() -> rig.totals().accepted() == 1, () -> "the order at the venue");
            trader.isToStick = true;
            rig.controls().advance(1);
            trader.stuck.reached.await();

            rig.engine.halt().kill("a test");
            rig.awaitOnly(() -> rig.totals().canceled() == 1, () -> "the order canceled");
            rig.awaitOnly(
                    () -> rig.told.stream().anyMatch(line -> line.contains("any more")),
                    () -> "a word of it");
            assertEquals(1, rig.openOrders()); // its own books wait for the callback
        } finally {
            trader.stuck.released.countDown();
            rig.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldTellOfACallbackThatDoesNotReturnAndEndWithoutIt(String topology) throws Exception {
        Stuck stuck = new Stuck();
        List<String> told = new ArrayList<>();
        Map<String, Object> settings = Map.of("loop.topology", topology);
        EngineRig rig = EngineRig.withVenue(EngineRig.stillVenue(), state, settings, stuck);
        try {
            rig.awaitOnly(rig::isLive, () -> "live");
            rig.controls().advance(1);
            stuck.reached.await();

            while (told.isEmpty()) {
                rig.engine.keepHouse();
                rig.engine.incidents().drain(incident -> told.add(incident.what()));
            }
            assertTrue(
                    told.get(0).startsWith("a callback of the strategy has not returned for "),
                    told::toString);

            rig.close();
            rig.engine.incidents().drain(incident -> told.add(incident.what()));
            String last = told.get(told.size() - 1);
            assertEquals("a callback of the strategy never returned: it is left behind", last);
        } finally {
            stuck.released.countDown();
            rig.close();
        }
    }
}
