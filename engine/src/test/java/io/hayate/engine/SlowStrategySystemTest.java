package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.model.Health;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy that does not get on, while the market does. */
class SlowStrategySystemTest {
    private static final int ORDERS = 10;

    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldTellAllOfTheAccountAndFreshDataWhenTheStrategyWasSlow(String topology)
            throws Exception {
        Map<String, Object> settings =
                Map.of("loop.ring-size", 256, "trading.orders-per-second-max", "off");
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (MarketRig rig =
                new MarketRig(
                        state,
                        topology,
                        settings,
                        "book tBTCUSD P0 25",
                        "ticker tBTCUSD",
                        "trades tBTCUSD")) {
            rig.awaitChecksums(1);
            rig.strategy.ask(() -> orderAndBlock(rig, blocked, released));
            blocked.await();
            rush(rig);
            released.countDown();

            rig.rig.await(() -> rig.rig.engine.openOrders() == 0, rig::toString);
            rig.rig.await(
                    () -> rig.rig.engine.positions().units(0) == ORDERS * 100_000L,
                    () -> rig.strategy.reports.toString());
            List<String> fills = fills(rig);
            assertEquals(fills.stream().sorted().toList(), fills);
            int tickers = rig.strategy.tickers.get();
            rig.rig.await(
                    () -> {
                        rig.venue.controls().advance(1);
                        rig.venue.controls().advanceBooks(1);
                        return rig.strategy.tickers.get() > tickers && rig.health(0) == Health.LIVE;
                    },
                    rig::toString);
            rig.awaitChecksums(1);
            assertEquals(0, rig.figure(0, Figure.CHECKSUMS_FAILED), rig::toString);
            assertTrue(rig.rig.engine.isLive());
            assertEquals(ORDERS * 100_000L, rig.rig.engine.positions().units(0));
        }
    }

    private static void rush(MarketRig rig) {
        for (int i = 0; i < 500; i++) {
            rig.venue.controls().advanceBooks(1);
            rig.venue.controls().advance(1);
        }
    }

    private static List<String> fills(MarketRig rig) {
        return rig.strategy.reports.stream().filter(r -> r.startsWith("FILL ")).toList();
    }

    private static void orderAndBlock(
            MarketRig rig, CountDownLatch blocked, CountDownLatch released) {
        for (int i = 0; i < ORDERS; i++) {
            assertTrue(
                    rig.strategy
                            .context
                            .buy(rig.strategy.context.instrument("tBTCUSD"), 0.001)
                            .isAccepted());
        }
        blocked.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
