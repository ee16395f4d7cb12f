package io.hayate.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.event.CommandType;
import io.hayate.metrics.Counter;
import io.hayate.model.Instrument;
import io.hayate.order.OrderFrames;
import io.hayate.risk.RiskVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A strategy that throws: told, counted, stopped or tolerated, and nobody else is hurt. */
class StrategyFailureTest {
    private static final String WALLET = "[0,\"wu\",[\"exchange\",\"USD\",1000,0,null]]";

    private final RecordingStrategy strategy = new RecordingStrategy();

    private static void fail() {
        throw new IllegalStateException("of my own");
    }

    /** Has each callback happen once. */
    private void playAll(RunnerRig rig) {
        rig.tick(0);
        strategy.context.schedule(3, 0);
        rig.comeLive();
        rig.btc(100);
        rig.receive(OrderFrames.of(7, 77, "tBTCUSD", 1).rests());
        rig.receive(WALLET);
        rig.tick(10);
        rig.command(CommandType.STOP_STRATEGY, Instrument.NONE, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "onStart, onStart",
        "onTicker, onTicker of BTCUSD",
        "onExecutionReport, 'onExecutionReport of NEW, client order id 7'",
        "onWallet, onWallet of exchange USD",
        "onSessionStatus, onSessionStatus of CONNECTING",
        "onTimer, onTimer of timer 3",
        "onStop, onStop"
    })
    void shouldTellCallbackAndEventAndStop(String callback, String words) {
        RunnerRig rig = new RunnerRig(strategy);
        strategy.on(callback, StrategyFailureTest::fail);
        playAll(rig);

        assertEquals(
                List.of(
                        "strategy tested failed in "
                                + words
                                + "; it is stopped, no order of it was open:"
                                + " java.lang.IllegalStateException: of my own"),
                rig.incidents());
        assertEquals(1, rig.count(Counter.STRATEGY_EXCEPTIONS));
        assertTrue(rig.runner.isStopped());
        String last = strategy.seen.get(strategy.seen.size() - 1);
        assertTrue(last.startsWith(callback), "the last of all: " + last);
    }

    @ParameterizedTest
    @CsvSource({
        "onStart",
        "onTicker",
        "onExecutionReport",
        "onWallet",
        "onSessionStatus",
        "onTimer",
        "onStop"
    })
    void shouldGoOnWhenExceptionsAreTolerated(String callback) {
        RunnerRig rig = new RunnerRig(strategy, false, false);
        strategy.on(callback, StrategyFailureTest::fail);
        playAll(rig);

        long times = strategy.seen.stream().filter(seen -> seen.startsWith(callback)).count();
        assertEquals(times, rig.count(Counter.STRATEGY_EXCEPTIONS));
        assertEquals("onStop", strategy.seen.get(strategy.seen.size() - 1));
        assertTrue(rig.incidents().get(0).contains("; it goes on: "));
    }

    @Test
    void shouldTakeAnErrorAsItTakesAnException() {
        RunnerRig rig = new RunnerRig(strategy);
        strategy.on(
                "onTicker",
                () -> {
                    throw new NoClassDefFoundError("com/example/Missing");
                });
        rig.live();
        rig.btc(100);

        assertTrue(rig.incidents().get(0).endsWith("NoClassDefFoundError: com/example/Missing"));
        assertTrue(rig.runner.isStopped());
    }

    @Test
    void shouldCancelItsOpenOrdersAndLeaveTheConsolesAlone() {
        RunnerRig rig = new RunnerRig(strategy, true, true).live();
        strategy.context.buy(strategy.context.instrument(0), 0.01);
        rig.receive(rig.venue(501).rests());
        rig.command(CommandType.BUY, RunnerRig.BTCUSD, 0.02);
        rig.sent.clear();
        strategy.on("onTicker", StrategyFailureTest::fail);

        rig.btc(100);

        assertEquals(List.of("[0,\"oc\",null,{\"id\":501}]"), rig.sent);
        assertTrue(rig.incidents().get(0).contains("stopped, asked to cancel 1 of 1 open order"));
    }

    @Test
    void shouldCancelAgainWhenTheSessionIsBackWhatCouldNotBeCanceledBefore() {
        RunnerRig rig = new RunnerRig(strategy).live();
        strategy.context.buy(strategy.context.instrument(0), 0.01);
        rig.receive(rig.venue(501).rests());
        rig.lose();
        rig.sent.clear();
        strategy.on("onWallet", StrategyFailureTest::fail);
        rig.receive(WALLET);
        assertTrue(rig.incidents().get(0).contains("stopped, asked to cancel 0 of 1 open order"));
        assertEquals(List.of(), rig.sent);

        rig.comeLive();

        assertEquals(List.of("[0,\"oc\",null,{\"id\":501}]"), rig.sent);
        rig.receive(rig.venue(501).closed("CANCELED", 0.01, 0));
        rig.lose();
        rig.comeLive();
        assertEquals(1, rig.sent.size(), "what is done is left alone");
    }

    @Test
    void shouldSendNothingMoreForAStrategyThatHasFailed() {
        RunnerRig rig = new RunnerRig(strategy).live();
        strategy.on("onTicker", StrategyFailureTest::fail);
        rig.btc(100);

        assertEquals(
                RiskVerdict.STRATEGY_STOPPED,
                strategy.context.buy(strategy.context.instrument(0), 0.01));
        assertEquals(List.of(), rig.sent);
    }

    @Test
    void shouldKeepTheEngineGoingWhenTheStrategyHasFailed() {
        RunnerRig rig = new RunnerRig(strategy).live();
        strategy.on("onTicker", StrategyFailureTest::fail);
        rig.btc(100);
        strategy.seen.clear();
        rig.notices();

        rig.command(CommandType.BUY, RunnerRig.BTCUSD, 0.02);
        rig.fill(501, 100);
        rig.btc(101);
        rig.command(CommandType.SHOW, RunnerRig.BTCUSD, 0);
        rig.command(CommandType.ORDERS, Instrument.NONE, 0);

        List<String> told = rig.notices();
        assertTrue(told.contains("EVENT FILL BUY NaN"), told.toString());
        assertTrue(told.contains("ANSWER ticker last 101.0"), told.toString());
        assertTrue(told.contains("ANSWER OPEN_ORDER FILLED BUY 0.02"), told.toString());
        assertEquals(0.02, rig.positions.amount(RunnerRig.BTCUSD));
        assertEquals(List.of(), strategy.seen);
        assertEquals(3, rig.runner.ticks(RunnerRig.BTCUSD));
    }

    @Test
    void shouldFailOnceInAnEventThatHasSeveralCallbacks() {
        RunnerRig rig = new RunnerRig(strategy).live();
        strategy.on("onTimer", StrategyFailureTest::fail);
        strategy.context.schedule(1, 0);
        strategy.context.schedule(2, 0);
        rig.tick(1);

        assertEquals(1, rig.count(Counter.STRATEGY_EXCEPTIONS));
        assertFalse(strategy.seen.contains("onTimer 2"));
    }
}
