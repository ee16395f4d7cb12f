package io.hayate.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Ticker;
import io.hayate.model.Instrument;
import io.hayate.strategy.Strategies;
import io.hayate.strategy.Strategy;
import io.hayate.venue.VenueConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A callback that sleeps, waits or locks is ended, over real threads and sockets; the others go on. */
class BlockedStrategySystemTest {
    @TempDir private Path state;

    /** How a callback blocks. */
    enum Block {
        SLEEP {
            @Override
            void begin() throws InterruptedException {
                TimeUnit.HOURS.sleep(1);
            }
        },
        WAIT {
            @Override
            void begin() throws InterruptedException {
                boolean unused = new CountDownLatch(1).await(1, TimeUnit.HOURS);
            }
        },
        LOCK {
            @Override
            void begin() throws InterruptedException {
                ReentrantLock lock = new ReentrantLock();
                Thread other = new Thread(lock::lock); // ends, and never unlocks
                other.start();
                other.join();
                lock.lockInterruptibly();
            }
        },
        SWALLOW {
            @Override
            void begin() {
                LockSupport.parkNanos(TimeUnit.HOURS.toNanos(1)); // says nothing, the flag stays
            }
        };

        abstract void begin() throws InterruptedException;
    }

    /** Blocks once. */
    private static final class Blocker implements Strategy {
        private final Block block;
        private volatile boolean isBlocked;

        Blocker(Block block) {
            this.block = block;
        }

        @Override
        public void onTicker(Instrument instrument, Ticker ticker) {
            isBlocked = true;
            try {
                block.begin();
            } catch (InterruptedException e) {
                throw new IllegalStateException("woken", e);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SLEEP, split, nio",
        "SLEEP, one-thread, nio",
        "WAIT, split, auto",
        "LOCK, one-thread, auto",
        "SWALLOW, split, nio",
        "SWALLOW, one-thread, nio"
    })
    void shouldEndItAndKeepTheConnectionAndTheOther(Block block, String topology, String io) {
        Blocker blocker = new Blocker(block);
        EngineRig.Recorder other = new EngineRig.Recorder();
        Map<String, Strategy> all = new LinkedHashMap<>();
        all.put("blocked", blocker);
        all.put("other", other);
        Map<String, Object> settings =
                Map.of(
                        "loop.topology",
                        topology,
                        "transport.io",
                        io,
                        "strategy.callback-max",
                        "300ms",
                        "subscriptions.tickers",
                        List.of("BTCUSD"));
        try (EngineRig rig = EngineRig.withStrategies(VenueConfig.DEFAULTS, state, settings, all)) {
            Strategies strategies = rig.engine.strategies();
            rig.awaitOnly(() -> blocker.isBlocked, () -> "a callback that blocks");
            rig.awaitOnly(
                    () -> {
                        rig.engine.keepHouse();
                        return strategies.state(0).equals("failed");
                    },
                    () -> "the end of it");
            int tickers = other.tickers.size();
            rig.await(() -> other.tickers.size() > tickers + 3, () -> "more tickers");
            other.nextAmount = 0.01;
            rig.await(() -> other.position == 0.01, () -> "a fill of the other");

            assertEquals("running", strategies.state(1));
            assertEquals(1, rig.connections());
            assertTrue(rig.isLive());
            assertTrue(
                    rig.told().stream()
                            .anyMatch(line -> line.contains("strategy blocked lasted too long")),
                    () -> "" + rig.told());
        }
    }
}
