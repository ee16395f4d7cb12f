package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineRig;
import io.hayate.strategy.Strategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Others are answered while a strategy is made that takes its time. */
@Timeout(60)
class StrategyMakingTest {
    private static volatile CountDownLatch entered = new CountDownLatch(0);
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    @TempDir private Path state;

    /** One whose constructor takes as long as its test wants. */
    public static final class GatedStrategy implements Strategy {
        public GatedStrategy() throws InterruptedException {
            entered.countDown();
            gate.await();
        }
    }

    private EngineRig start() {
        String gated = GatedStrategy.class.getName();
        Map<String, Object> settings =
                Map.of(
                        "subscriptions.tickers",
                        List.of("BTCUSD"),
                        "strategies",
                        List.of(
                                Map.of("name", "gate", "strategy", gated),
                                Map.of("name", "watch", "strategy", "printer")));
        return EngineRig.withNamed(EngineRig.stillVenue(), state, settings);
    }

    @Test
    void shouldAnswerOthersWhileAStrategyIsMade() throws Exception {
        try (EngineRig rig = start()) {
            StrategyAnswers answers = new StrategyAnswers(rig.engine, rig.config.strategy());
            entered = new CountDownLatch(1);
            gate = new CountDownLatch(1);
            CompletableFuture<String> start =
                    CompletableFuture.supplyAsync(() -> answers.carryOut("gate set"));
            entered.await();

            assertEquals(
                    "another strategy is being made: try it again",
                    answers.carryOut("watch set a=1"));
            assertEquals("", answers.carryOut("watch stop"));
            assertTrue(answers.list().contains("watch"));
            assertFalse(start.isDone());
            gate.countDown();

            assertEquals("", start.join());
        }
    }
}
