package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.ChannelStatistics.Figure;
import io.hayate.metrics.Counter;
import io.hayate.model.Health;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy that does not get on, while the market does. */
class SlowStrategySystemTest {
    private static final int ORDERS = 10;
    private static final int WALLETS = 100;

    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "split"})
    void shouldTellAllOfTheAccountAndFreshDataWhenTheStrategyWasSlow(String topology)
            throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "loop.topology",
                        topology,
                        "loop.ring-size",
                        256,
                        "trading.orders-per-second-max",
                        "off");
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (MarketRig rig =
                MarketRig.threaded(
                        state,
                        settings,
                        "book tBTCUSD P0 25",
                        "ticker tBTCUSD",
                        "trades tBTCUSD")) {
            rig.awaitChecksums(1);
            rig.strategy.ask(() -> orderAndBlock(rig, blocked, released));
            blocked.await();
            rush(rig);
            released.countDown();

            rig.rig.await(() -> rig.rig.openOrders() == 0, rig::toString);
            rig.rig.await(
                    () -> rig.rig.positions().units(0) == ORDERS * 100_000L,
                    () -> rig.strategy.reports.toString());
            List<String> fills = fills(rig);
            assertEquals(fills.stream().sorted().toList(), fills);
            awaitFreshData(rig);
            assertEquals(0, rig.figure(0, Figure.CHECKSUMS_FAILED), rig::toString);
            assertTrue(rig.rig.isLive());
            assertEquals(ORDERS * 100_000L, rig.rig.positions().units(0));
        }
    }

    private static void awaitFreshData(MarketRig rig) {
        int tickers = rig.strategy.tickers.get();
        rig.rig.awaitMoving(
                () -> {
                    rig.rig.controls().advance(1);
                    rig.rig.controls().advanceBooks(1);
                },
                () -> rig.strategy.tickers.get() > tickers && rig.health(0) == Health.LIVE,
                rig::toString);
        rig.awaitChecksums(1);
    }

    private static void rush(MarketRig rig) {
        for (int i = 0; i < 500; i++) {
            rig.rig.controls().advanceBooks(1);
            rig.rig.controls().advance(1);
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

    /** Stands still on its first ticker until it is released; keeps wallets in their order. */
    private static final class Stuck implements Strategy {
        final CountDownLatch isStuck = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        final List<String> wallets = new CopyOnWriteArrayList<>();

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            isStuck.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onWallet(WalletUpdate wallet) {
            if (wallet.currency().startsWith("C")) {
                wallets.add(wallet.currency());
            }
        }
    }

    @Test
    void shouldReadOnWhileTheStrategyStandsStillAndLoseNoAccountEvent() throws Exception {
        Stuck stuck = new Stuck();
        Map<String, Object> settings = Map.of("loop.topology", "split", "loop.ring-size", 256);
        try (EngineRig rig = EngineRig.withVenue(EngineRig.stillVenue(), state, settings, stuck)) {
            rig.awaitOnly(rig::isLive, () -> "live");
            stuck.isStuck.await();

            List<String> expected = new ArrayList<>();
            for (int i = 0; i < WALLETS; i++) {
                rig.controls().advance(10);
                String wallet = "[\"exchange\",\"C" + i + "\",1,0,1,null,null]";
                rig.controls().sendText("[0,\"wu\"," + wallet + "]");
                expected.add("C" + i);
            }
            rig.awaitOnly(() -> rig.count(Counter.TICKERS_CONFLATED) > 0, () -> "conflation");
            stuck.released.countDown();

            rig.await(() -> stuck.wallets.size() == WALLETS, "every wallet");
            assertEquals(expected, stuck.wallets);
            assertTrue(rig.isLive());
        }
    }
}
