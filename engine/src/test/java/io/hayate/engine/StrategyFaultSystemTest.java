package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.Ticker;
import io.hayate.event.WalletUpdate;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.order.Order;
import io.hayate.strategy.Strategy;
import io.hayate.venue.server.SimulatedVenue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies that are too slow, or throw. */
class StrategyFaultSystemTest {
    private static final int WALLETS = 100;

    @TempDir Path state;

    private final SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue());

    @AfterEach
    void stopVenue() {
        venue.close();
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
        Map<String, Object> settings = Map.of("loop.ring-size", 256);
        try (EngineRig rig = new EngineRig(venue.url(), state, settings, stuck)) {
            rig.awaitLive();
            stuck.isStuck.await();

            List<String> expected = new ArrayList<>();
            for (int i = 0; i < WALLETS; i++) {
                venue.controls().advance(10);
                String wallet = "[\"exchange\",\"C" + i + "\",1,0,1,null,null]";
                venue.controls().sendText("[0,\"wu\"," + wallet + "]");
                expected.add("C" + i);
            }
            rig.await(() -> rig.count(Counter.TICKERS_CONFLATED) > 0, "conflation");
            stuck.released.countDown();

            rig.await(() -> stuck.wallets.size() == WALLETS, "every wallet");
            assertEquals(expected, stuck.wallets);
            assertTrue(rig.engine.isLive());
        }
    }

    /** Throws at each ticker; what else comes is counted. */
    private static final class Throwing implements Strategy {
        volatile int tickers;
        volatile int reports;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
        public void onTicker(Instrument instrument, Ticker ticker) {
            tickers++;
            throw new IllegalArgumentException("I give up");
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
        public void onExecutionReport(ExecutionReport report, Order order) {
            reports++;
        }
    }

    @Test
    void shouldStopAStrategyThatThrowsAndLiveOn() {
        Throwing throwing = new Throwing();
        try (EngineRig rig = new EngineRig(venue.url(), state, Map.of(), throwing)) {
            rig.awaitTold("strategy printer failed in onTicker of BTCUSD; it is stopped");
            venue.controls().advance(5);
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);

            rig.awaitTold("CLOSED EXECUTED");
            assertEquals(1, throwing.tickers);
            assertEquals(0, throwing.reports);
            assertEquals(1, rig.count(Counter.STRATEGY_EXCEPTIONS));
        }
    }

    @Test
    void shouldGoOnWithAStrategyThatThrowsWhenTolerated() {
        Throwing throwing = new Throwing();
        Map<String, Object> settings = Map.of("strategy.on-exception", "tolerate");
        try (EngineRig rig = new EngineRig(venue.url(), state, settings, throwing)) {
            rig.awaitLive();
            venue.controls().advance(5);

            rig.await(() -> throwing.tickers == 6, "every ticker");
            assertEquals(6, rig.count(Counter.STRATEGY_EXCEPTIONS));
        }
    }

    /** Fills of more than was ordered can only be a lie: no order leaves any more, the engine lives. */
    @Test
    void shouldDoubtTheAccountWhenFillsAreMoreThanWasOrdered() {
        try (EngineRig rig = new EngineRig(venue.url(), state, Map.of())) {
            rig.awaitLive();
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.await(() -> rig.count(Counter.FILLS) == 1, "a fill");
            long number = rig.strategy.orders.get(0).clientOrderId();
            long orderId = rig.strategy.orders.get(0).orderId();
            for (int tradeId = 1; tradeId <= 3; tradeId++) {
                venue.controls()
                        .sendText(
                                "[0,\"te\",["
                                        + tradeId
                                        + ",\"tBTCUSD\",1,"
                                        + orderId
                                        + ",80000000000,1,\"EXCHANGE MARKET\",1,-1,null,null,"
                                        + number
                                        + "]]");
            }

            rig.await(() -> rig.count(Counter.FILLS_REFUSED) == 3, "fills not counted");
            rig.await(() -> rig.count(Counter.ACCOUNT_DOUBTS) == 1, "a doubt");
            assertEquals(0.01, rig.engine.positions().amount(0));
            assertNull(rig.engine.end().reason());
        }
    }
}
