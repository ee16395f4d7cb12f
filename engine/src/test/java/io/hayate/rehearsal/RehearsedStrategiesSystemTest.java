package io.hayate.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineConfig;
import io.hayate.engine.TradingThreads;
import io.hayate.model.Clocks;
import io.hayate.settings.ConfigLoader;
import io.hayate.settings.Overrides;
import io.hayate.strategy.Strategy;
import io.hayate.strategy.StrategyContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemEpochClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies of the user in the act that is theirs: engines, sockets and threads are real, the time is ours. */
@Timeout(120)
class RehearsedStrategiesSystemTest {
    private static final int ACT_MS = 600_000;
    private static final String LIST =
            """
            strategies = [
              { name = one, strategy = trigger }
              { name = two, strategy = trigger, limits { open-orders-max = 1 } }
            ]
            """;

    @TempDir private Path home;

    /** Hardly goes on until the act has seen enough; then that is over, and an end may take its time. */
    private static final class ActClock implements NanoClock {
        private static final long LOOK_NS = TimeUnit.MICROSECONDS.toNanos(200);

        private final BooleanSupplier isEnough;
        private boolean isOver;
        private long timeNs;

        ActClock(BooleanSupplier isEnough) {
            this.isEnough = isEnough;
        }

        @Override
        public synchronized long nanoTime() {
            if (!isOver && isEnough.getAsBoolean()) {
                isOver = true;
                timeNs += TimeUnit.MILLISECONDS.toNanos(ACT_MS);
            }
            timeNs += LOOK_NS;
            return timeNs;
        }
    }

    private EngineConfig config(String text) throws IOException {
        Path file = Files.writeString(home.resolve("test.conf"), text);
        Map<String, String> environment = Map.of("XDG_STATE_HOME", home.resolve("s").toString());
        return new ConfigLoader(environment, home, home).load(file, new Overrides()).engine();
    }

    private List<String> rehearse(
            String text, BooleanSupplier isEnough, Supplier<List<Strategy>> maker)
            throws Exception {
        EngineConfig config = config(text);
        Clocks clocks = new Clocks(new ActClock(isEnough), SystemEpochClock.INSTANCE);
        RehearsalTime time = RehearsalTime.of(clocks.nano(), ACT_MS);
        return new StrategiesAct(
                        new RehearsedStrategies(config.strategy(), maker),
                        new RehearsalSettings(config),
                        clocks,
                        time)
                .perform(time.endNs());
    }

    private List<String> rehearse(String text, RehearsedTrader trader) throws Exception {
        return rehearse(text, () -> trader.hasEnough, () -> List.of(trader));
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldCallItOnTheRunsInstrumentsAndAnswerItsOrders(String topology) throws Exception {
        RehearsedTrader trader = new RehearsedTrader();

        List<String> failures =
                rehearse(
                        "subscriptions.tickers = [ETHUSD, BTCUSD, fUSD], loop.topology = "
                                + topology,
                        trader);

        assertEquals(List.of(), failures);
        assertEquals(List.of("tETHUSD", "tBTCUSD", "fUSD"), trader.instruments.subList(0, 3));
        assertTrue(trader.ended >= 50, "" + trader.ended);
        assertTrue(trader.trades > 0, "what it has subscribed itself");
        assertTrue(trader.highest > 1e8 && trader.lowest < 1e-6, "prices of any size");
        assertEquals(1, trader.stops);
        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldPlayWhereNothingIsSubscribed() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Strategy strategy =
                new Strategy() {
                    @Override
                    public void onStart(StrategyContext context) {
                        started.countDown();
                    }
                };

        List<String> failures =
                rehearse(
                        "subscriptions.tickers = [], subscriptions.channels = [status liquidations]",
                        () -> started.getCount() == 0,
                        () -> List.of(strategy));

        assertEquals(List.of(), failures);
        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldLeaveNothingBehind() throws Exception {
        RehearsedTrader trader = new RehearsedTrader();
        String said =
                RehearsalSystemTest.saidDuring(() -> rehearse("trading.enabled = true", trader));

        assertEquals("", said);
        assertFalse(Files.exists(home.resolve("s")));
        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldCallEachOfSeveralWithOrdersOfItsOwn() throws Exception {
        RehearsedTrader one = new RehearsedTrader();
        RehearsedTrader two = new RehearsedTrader();

        List<String> failures =
                rehearse(LIST, () -> one.hasEnough && two.hasEnough, () -> List.of(one, two));

        assertEquals(List.of(), failures);
        assertTrue(one.ended >= 50 && two.ended >= 50, one.ended + " and " + two.ended);
        assertEquals(List.of(1, 1), List.of(one.stops, two.stops));
    }

    @Test
    void shouldSayWhichOfSeveralFailedAndGoOnWithTheOther() throws Exception {
        RehearsedTrader one =
                new RehearsedTrader(
                        trader -> {
                            throw new IllegalStateException("enough");
                        });
        RehearsedTrader two = new RehearsedTrader();

        List<String> failures =
                rehearse(LIST, () -> one.hasEnough && two.hasEnough, () -> List.of(one, two));

        assertEquals(1, failures.size(), failures::toString);
        String start = "strategy one failed in onTicker of BTCUSD: java.lang.IllegalStateException";
        assertTrue(
                failures.get(0).startsWith(start + ": enough, in io.hayate.rehearsal."),
                failures.get(0));
        assertEquals(List.of(0, 1), List.of(one.stops, two.stops));
    }

    @Test
    void shouldSayOnceWhatAStrategyThrowsThatGoesOn() throws Exception {
        RehearsedTrader trader =
                new RehearsedTrader(
                        failing -> {
                            throw new IllegalStateException("again");
                        });

        List<String> failures = rehearse("strategy.on-exception = tolerate", trader);

        assertEquals(1, failures.size(), failures::toString);
        assertTrue(failures.get(0).contains(" failed in onTicker of "), failures.get(0));
        assertEquals(1, trader.stops);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldInterruptWhatWaitsAsItEnds(String topology) throws Exception {
        RehearsedTrader trader = new RehearsedTrader(RehearsedTrader::waitUntilInterrupted);

        List<String> failures = rehearse("loop.topology = " + topology, trader);

        assertEquals(1, failures.size(), failures::toString);
        assertTrue(
                failures.get(0).startsWith("strategy printer lasted too long in onTicker of "),
                failures.get(0));
        TradingThreads.assertNoneLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "one-thread"})
    void shouldLeaveBehindWhatHeedsNoInterrupt(String topology) throws Exception {
        RehearsedTrader trader = new RehearsedTrader(RehearsedTrader::waitForEver);

        List<String> failures = rehearse("loop.topology = " + topology, trader);
        trader.released.countDown();

        assertEquals(1, failures.size(), failures::toString);
        assertTrue(
                failures.get(0).startsWith("strategy printer is interrupted: its callback lasts"),
                failures.get(0));
        assertTrue(
                failures.get(0).endsWith(": it does not return, and is left behind"),
                failures.get(0));
        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldSayWhenOneCannotBeMade() throws Exception {
        List<String> failures =
                rehearse(
                        "",
                        () -> false,
                        () -> {
                            throw new IllegalStateException("its port is taken");
                        });

        assertEquals(
                List.of(
                        "strategy printer failed: java.lang.IllegalStateException: its port is"
                                + " taken"),
                failures);
        TradingThreads.assertNoneLeft();
    }

    @Test
    void shouldWaitNoLongerForOneThatIsNeverMade() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);

        List<String> failures =
                rehearse(
                        "",
                        () -> begun.getCount() == 0,
                        () -> {
                            begun.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                ended.set(e);
                            }
                            over.countDown();
                            return List.of();
                        });
        over.await();

        assertEquals(
                List.of("a constructor or configure of strategy printer did not return in time"),
                failures);
        assertTrue(ended.get() instanceof InterruptedException, "" + ended.get());
    }

    /** All four acts, by the clock of a rehearsal. */
    @Test
    void shouldHaveTheLastActOfARehearsal() throws Exception {
        RehearsedTrader trader = new RehearsedTrader();
        EngineConfig config = config("");
        Clocks clocks = new Clocks(new ActClock(() -> trader.hasEnough), SystemEpochClock.INSTANCE);

        List<String> failures =
                Rehearsal.run(
                        config,
                        1_000,
                        clocks,
                        new RehearsedStrategies(config.strategy(), () -> List.of(trader)));

        assertEquals(List.of(), failures);
        assertEquals(1, trader.stops);
        TradingThreads.assertNoneLeft();
    }
}
