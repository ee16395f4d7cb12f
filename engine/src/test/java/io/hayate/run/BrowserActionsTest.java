package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.Commands;
import io.hayate.event.Notices;
import io.hayate.event.TradingHalt;
import io.hayate.metrics.ChannelStatistics;
import io.hayate.model.Instruments;
import io.hayate.model.MarketChannels;
import io.hayate.portfolio.Portfolio;
import io.hayate.view.EngineAnswers;
import io.hayate.view.EngineLink;
import io.hayate.view.terminal.ConsoleConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BrowserActionsTest {
    private final TradingHalt halt = new TradingHalt();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final EngineLink link =
            new EngineLink(
                    Instruments.of(List.of("tBTCUSD")),
                    new MarketChannels(),
                    new ChannelStatistics(MarketChannels.COUNT_MAX),
                    new Notices(),
                    new Commands(SystemNanoClock.INSTANCE),
                    halt,
                    new Portfolio(),
                    SystemNanoClock.INSTANCE);
    private final BrowserActions actions =
            new BrowserActions(
                    ConsoleConfig.DEFAULTS, link, new Gated(), each -> told.add(each.text()));

    /** A run in which making a strategy takes as long as the test wants. */
    private final class Gated implements EngineAnswers {
        @Override
        public String status() {
            return "";
        }

        @Override
        public String strategy(String asked) {
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "made";
        }
    }

    @Test
    void shouldKillWhileAStrategyIsMade() throws Exception {
        CompletableFuture<String> made =
                CompletableFuture.supplyAsync(
                        () -> actions.carryOut("strategy fast set a=1", "10.0.0.1"));
        entered.await();

        actions.carryOut("kill", "10.0.0.1");

        assertTrue(halt.isAsked());
        assertEquals("kill was typed", halt.reason());
        assertFalse(made.isDone());
        gate.countDown();
        assertEquals("made", made.join());
        assertEquals(
                List.of("10.0.0.1 asks for: strategy fast set a=1", "10.0.0.1 asks for: kill"),
                told);
    }
}
